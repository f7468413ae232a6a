import { findOnPath, installWithAptGet } from './aptGet.mts';

const PROGRAM = 'chromium';

/** Where the machine's Chromium is, installed with apt-get where that is allowed. */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
	const found = await findOnPath(PROGRAM);
	if (found) return found;
	await installWithAptGet([PROGRAM, 'fonts-dejavu-core'], { missing: 'Chromium is missing', say });
	return (await findOnPath(PROGRAM)) ?? PROGRAM;
}
