import { DAY, HOUR } from '../../time/instant';

/** `of 1–672 hours`, `of 29–367 days`, `of at most 31 days`, `of at least 2 hours`; empty for any duration. */
export function describeBand(min: number, max: number): string {
	const unit = min % DAY === 0 && (max === Infinity || max % DAY === 0) ? DAY : HOUR;
	const count = (duration: number) => Math.round((duration / unit) * 100) / 100;
	const units = (value: number) => `${unit === DAY ? 'day' : 'hour'}${value === 1 ? '' : 's'}`;
	if (min === 0 && max === Infinity) return '';
	if (max === Infinity) return `of at least ${count(min)} ${units(count(min))}`;
	if (min === 0) return `of at most ${count(max)} ${units(count(max))}`;
	return `of ${count(min)}–${count(max)} ${units(count(max))}`;
}
