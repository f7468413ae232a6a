// Makers and models as people write them.

/** Brands that do not write themselves as Seam's key with capitals. */
const BRANDS: Readonly<Record<string, string>> = {
	dormakaba_oracode: 'dormakaba Oracode',
	ecobee: 'ecobee',
	four_suites: '4SUITES',
	igloohome: 'igloohome',
	keynest: 'KeyNest',
	salto: 'SALTO',
	smartthings: 'SmartThings',
	ttlock: 'TTLock',
	two_n: '2N',
};

/** The brand behind Seam's key of a maker. */
export const brandOf = (key: string): string =>
	BRANDS[key] ??
	key
		.split('_')
		.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
		.join(' ');

/** The maker's key and the model in one line; what ends the brand and begins the model is said once. */
export function makeOf(key: string, model: string): string {
	const brand = brandOf(key).split(' ');
	const own = brand.findIndex((_, index) => {
		const end = brand.slice(index).join(' ').toLowerCase();
		return `${model} `.toLowerCase().startsWith(`${end} `);
	});
	return [...(own < 0 ? brand : brand.slice(0, own)), model].join(' ').trim();
}
