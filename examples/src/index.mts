// Every example that is put together from the core, by its file's name without `.json`.
import { calendly } from './calendly.mts';
import { exampleOf } from './core.mts';
import { guesty } from './guesty.mts';
import { hospitable } from './hospitable.mts';
import { hostaway } from './hostaway.mts';
import { smoobu } from './smoobu.mts';

export const builtExamples: Record<string, object> = Object.fromEntries(
	[calendly, guesty, hospitable, hostaway, smoobu].map((adapter) => [
		adapter.slug,
		exampleOf(adapter),
	]),
);
