// What an example says about its booking system; `core.mts` does the rest, the same for all of them.
import type { Node, Part } from './nodes.mts';

/** One booking system: how its bookings come in, how one is read, and what its fields mean. */
export interface Adapter {
	/** Name of the file and of the booking keys. */
	slug: string;
	/** Title of the workflow. */
	name: string;
	/** What the note on the canvas says, in Markdown: what to set, and what is special. */
	readMe: string;
	/** The fields of Settings that only this system has. */
	settings: Record<string, string>;
	/**
	 * What starts the workflow, and how it is connected, up to `Settings` in column 1. By default a webhook node,
	 * Booking Webhook. A trigger that may bring several bookings at once hands each to a run of its own (`eachInARun`).
	 */
	entry?: Part;
	/** The nodes from Settings to Booking, how they are connected, and the column in which Booking stands. */
	reading: Part & { until: number };
	/** What the pinned nodes put out when the workflow is tried in the editor: the vendor’s documented payloads. */
	sample: Record<string, object[]>;
	/** Expressions for the normal booking. */
	booking: BookingFields;
	/** What to do after a failure was put right, if the system sends no further message by itself; without a `'`. */
	again?: string;
	/**
	 * Other ways to tell the guest that this system has, such as its own messages. They stand on the canvas, not connected.
	 * Of several nodes in a row, the last one tells.
	 */
	waysToTell?: Array<Node | Node[]>;
}

/** Expressions of n8n that read one booking, evaluated in the node Booking. All of them give text. */
export interface BookingFields {
	/** The same for each message about a booking: `hostaway-1234`. */
	booking_key: string;
	/** `stay`, `cancelled`, or `none` for what is no stay: a block, an inquiry. */
	state: string;
	listing_id: string;
	/** Without blanks at its ends; empty if there is none. */
	guest_name: string;
	/** Empty if there is none. */
	guest_phone: string;
	/** Empty if there is none. */
	guest_email: string;
	/** ISO with the offset, or on the lock’s clock; a date alone has no agreed time. */
	arrives: string;
	leaves: string;
	/** When the booking last changed, as any date that JavaScript reads; empty if the system does not say. */
	changed_at: string;
	/** Why the booking can’t be served at all; empty if it can. */
	wrong?: string;
}
