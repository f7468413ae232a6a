// The form that books a stay: n8n gets it as if a booking system had sent it.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { book } from './actions.mjs';
import { picture } from './connection.mjs';

const DAY = 86_400_000;

/** The day after `day`, both as `2027-03-09`. */
const dayAfter = (day) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** What can be booked: each listing with the names of its doors, by the name of the first. */
function listingsOf(locks) {
	const listings = new Map();
	for (const lock of locks) {
		if (lock.listing === null) continue;
		const known = listings.get(lock.listing);
		if (known) known.doors.push(lock);
		else listings.set(lock.listing, { id: lock.listing, doors: [lock] });
	}
	return [...listings.values()];
}

/** Check-in and check-out on a lock that takes any. */
const USUAL = { from: '15:00', until: '11:00' };

const nameOf = ({ doors }) => doors.map(({ name }) => name).join(' and ');

export function Booking({ runsUrl }) {
	const listings = listingsOf(picture.value.locks);
	const [stay, setStay] = useState({
		...{ guest: '', listing: '', arrival: '', nights: '1' },
		...{ from: '', until: '' },
	});
	const [answer, setAnswer] = useState(null);
	const [isSending, setSending] = useState(false);
	const listing = listings.find(({ id }) => id === stay.listing) ?? listings[0];
	if (!listing) return html`<p class="empty">No lock has a listing that could be booked.</p>`;
	const { today } = listing.doors[0];
	const times = listing.doors.flatMap(({ stayTimes }) => stayTimes);
	// Until they are chosen: times that the lock can hold.
	const from = stay.from || (times[0] ?? USUAL).from;
	const until = stay.until || (times[0] ?? USUAL).until;
	// Until a day is chosen: tomorrow, on the lock's own calendar.
	const arrival = stay.arrival || dayAfter(today);

	const set =
		(field) =>
		({ target }) => {
			setAnswer(null);
			setStay((before) => ({ ...before, [field]: target.value }));
		};
	const send = async (event) => {
		event.preventDefault();
		if (isSending) return;
		setSending(true);
		setAnswer(null);
		try {
			await book({
				...stay,
				arrival,
				from,
				until,
				listing: listing.id,
				nights: Number(stay.nights),
			});
			setAnswer({ listing });
		} catch ({ message }) {
			setAnswer({ refusal: message });
		}
		setSending(false);
	};
	const field = (label, name, attributes) => html`
		<label class=${name}>
			<span>${label}</span>
			<input required value=${stay[name]} onInput=${set(name)} ...${attributes} />
		</label>
	`;
	return html`
		<form class="booking-form" aria-labelledby="book" onSubmit=${send}>
			<h2 id="book">Book a stay</h2>
			<div class="fields">
				${field('Guest', 'guest', { maxlength: 60, autocomplete: 'off' })}
				<label class="door">
					<span>Lock</span>
					<select value=${listing.id} onChange=${set('listing')}>
						${listings.map(
							(one) => html`<option key=${one.id} value=${one.id}>${nameOf(one)}</option>`,
						)}
					</select>
				</label>
				${field('Arrival', 'arrival', { type: 'date', value: arrival, min: today })}
				${field('Nights', 'nights', { type: 'number', min: 1, max: 400 })}
				${field('Check-in', 'from', { type: 'time', value: from })}
				${field('Check-out', 'until', { type: 'time', value: until })}
				<button type="submit" class="primary" aria-disabled=${isSending}>Book</button>
			</div>
			${times.length > 0 &&
			html`<p class="note">
				${nameOf(listing)} takes ${times.map((one) => `${one.from}–${one.until}`).join(', ')}.
			</p>`}
			<p class="answer-line" role="status">
				${isSending
					? 'Sending it to n8n …'
					: answer && html`<${Answer} ...${answer} runsUrl=${runsUrl} />`}
			</p>
		</form>
	`;
}

/** What n8n said to the booking. */
function Answer({ refusal, listing, runsUrl }) {
	if (refusal) return html`<span class="bad">${refusal}.</span>`;
	const [door] = listing.doors;
	return html`
		<span class="good">n8n has taken the booking.</span> Look for its code at${' '}
		<a href=${`#name-${door.id}`}>${nameOf(listing)}</a>
		${runsUrl &&
		html`; if none comes,${' '}
			<a href=${runsUrl} target="_blank" rel="noreferrer">its run in n8n</a> says why`}.
	`;
}
