/** In the package, the build writes them out here as one piece: n8n loads them at its start, and their sources are many files. */
export { properties } from './resources';
