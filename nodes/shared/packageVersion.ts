/** The version of this package. It stands in package.json alone: the build writes it in here. */
export const packageVersion: string = 'built from source';
