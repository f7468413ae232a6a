/** IPv4 ranges that are not reached from outside: loopback, private, link-local, shared, unspecified (RFC 6890). */
const PRIVATE_IPV4 = [
	/^0\./,
	/^10\./,
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
	/^127\./,
	/^169\.254\./,
	/^172\.(1[6-9]|2\d|3[01])\./,
	/^192\.168\./,
];

/** IPv6: loopback, unspecified, unique local (fc00::/7), link-local (fe80::/10). */
const PRIVATE_IPV6 = [/^::1?$/, /^f[cd]/, /^fe[89ab]/];

/** Names that only a local network resolves (RFC 2606, 6762, 8375 and common habit). */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/**
 * Whether nobody outside this machine or its network can reach the URL. A name without a dot is taken for a local
 * one; any other name is taken for a public one without being resolved. What is no URL is reached by nobody.
 */
export function isPrivateUrl(url: string): boolean {
	const host = hostOf(url);
	if (host === null) return true;
	if (host.includes(':')) return isPrivateIpv6(host);
	if (/^[\d.]+$/.test(host)) return isPrivateIpv4(host);
	return !host.includes('.') || PRIVATE_NAME.test(host);
}

/** The host as the URL standard writes it: lower case, IPv4 as four decimal numbers, IPv6 without brackets. */
function hostOf(url: string): string | null {
	try {
		return new URL(url).hostname.replace(/^\[|\]$|\.$/g, '');
	} catch {
		return null;
	}
}

function isPrivateIpv4(host: string): boolean {
	return PRIVATE_IPV4.some((range) => range.test(host));
}

function isPrivateIpv6(host: string): boolean {
	const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(host);
	return mapped
		? isPrivateIpv4(dotted(mapped[1], mapped[2]))
		: PRIVATE_IPV6.some((range) => range.test(host));
}

/** The IPv4 address that an IPv6 one carries in its last two groups. */
function dotted(high: string, low: string): string {
	return [high, low]
		.map((group) => parseInt(group, 16))
		.flatMap((number) => [number >> 8, number & 255])
		.join('.');
}
