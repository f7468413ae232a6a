// How the console names a lock's make.
import { brandOf, makeOf } from '../../sandbox/maker.mts';
import { buildPortfolio } from '../../sandbox/portfolio.mts';
import { makerName } from '../../nodes/shared/ui/makers';

const KEYS = new Set(
	buildPortfolio('2027-03-09T12:00:00Z').map(({ device }) =>
		String(device.properties.manufacturer),
	),
);

test.each([...KEYS])('the brand of %s is written as the nodes write it', (key) => {
	expect(brandOf(key)).toBe(makerName(key));
});

test.each([
	['igloohome', 'Smart Padlock 2', 'igloohome Smart Padlock 2'],
	['ttlock', 'TTLock Deadbolt', 'TTLock Deadbolt'],
	['two_n', '2N IP Style', '2N IP Style'],
	['dormakaba_oracode', 'Oracode 660', 'dormakaba Oracode 660'],
	['four_suites', '4SUITES Lock', '4SUITES Lock'],
	['yale', 'Yalely 2', 'Yale Yalely 2'],
	['yale', '', 'Yale'],
])('%s with the model "%s" is shown as %s', (key, model, shown) => {
	expect(makeOf(key, model)).toBe(shown);
});
