// Events and webhook deliveries, the latest first.
import { html } from 'htm/preact';
import { picture } from './connection.mjs';

const TIME = new Intl.DateTimeFormat('en-GB', {
	...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
	timeZone: 'UTC',
});

const answerOf = (status) => (status === null ? 'No answer' : `Answered ${status}`);
const isTaken = (status) => status !== null && status >= 200 && status < 300;

/** When something happened, on a clock that may since have been set back. */
function When({ at, isAhead }) {
	return html`<span class="when">
		<time>${TIME.format(at)}</time>${isAhead && html`<em>clock was ahead</em>`}
	</span>`;
}

export function Feeds() {
	const { events, deliveries, messages } = picture.value;
	return html`
		<aside aria-label="News">
			${messages.length > 0 &&
			html`<section aria-labelledby="messages">
				<h2 id="messages">Messages <span class="unit">from the demo</span></h2>
				<div class="frame">
					<ol class="feed" tabindex="0" aria-labelledby="messages">
						${messages.map(
							({ id, text }) => html`<li key=${id}><span class="type">${text}</span></li>`,
						)}
					</ol>
				</div>
			</section>`}
			<section aria-labelledby="deliveries">
				<h2 id="deliveries">Webhook deliveries <span class="unit">UTC</span></h2>
				${deliveries.length === 0 &&
				html`<p class="empty">None yet. Each event that is sent to a webhook is listed here.</p>`}
				<div class="frame">
					<ol class="feed" tabindex="0" aria-labelledby="deliveries">
						${deliveries.map(
							({ id, type, at, isAhead, status, attempt }) => html`
								<li key=${id}>
									<span class="type">${type}</span>
									<span class=${isTaken(status) ? 'good' : 'bad'}>
										${answerOf(status)}${attempt > 1 && `, attempt ${attempt}`}
									</span>
									<${When} at=${at} isAhead=${isAhead} />
								</li>
							`,
						)}
					</ol>
				</div>
			</section>
			<section aria-labelledby="events">
				<h2 id="events">Events <span class="unit">UTC</span></h2>
				<div class="frame">
					<ol class="feed" tabindex="0" aria-labelledby="events">
						${events.map(
							({ id, type, device, at, isAhead }) => html`
								<li key=${id}>
									<span class="type">${type}</span>
									<span>${device}</span>
									<${When} at=${at} isAhead=${isAhead} />
								</li>
							`,
						)}
					</ol>
				</div>
			</section>
		</aside>
	`;
}
