// A mail server on loopback, for what the examples send to guests and hosts.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mail {
	to: string;
	subject: string;
	/** As it was written: without the line ends that mail adds. */
	text: string;
}

export interface MailServer {
	/** The data of n8n’s credential `smtp` that leads here. */
	readonly credential: Record<string, unknown>;
	/** What was taken, in order. */
	readonly sent: Mail[];
	/** While it is true, every message is refused. */
	isDown: boolean;
	/** While it is set, a message that was taken is answered only when this promise settles. */
	answersAfter: Promise<unknown> | null;
	stop(): Promise<void>;
}

const USER = 'host';
const PASSWORD = 'made-up';

/** Takes every message from who signs in, and remembers it. */
export async function startMail(): Promise<MailServer> {
	const server = new SMTPServer({
		authMethods: ['PLAIN', 'LOGIN'],
		allowInsecureAuth: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onAuth: ({ username, password }, _session, done) => {
			if (username === USER && password === PASSWORD) done(null, { user: USER });
			else done(new Error('Wrong user or password'));
		},
		onMailFrom: (_address, _session, done) => {
			if (mail.isDown) done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
			else done();
		},
		onData: (stream, _session, done) => {
			void simpleParser(stream).then(async ({ to, subject = '', text = '' }) => {
				mail.sent.push({ to: (to as AddressObject).text, subject, text: text.trimEnd() });
				await mail.answersAfter;
				done();
			}, done);
		},
	});
	// A client that was killed in the middle is none of the server’s business.
	server.on('error', () => {});
	const listening = server.listen(0, '127.0.0.1');
	await once(listening, 'listening');
	const { port } = listening.address() as AddressInfo;
	const mail: MailServer = {
		credential: {
			...{ host: '127.0.0.1', port, secure: false, disableStartTls: true },
			...{ user: USER, password: PASSWORD },
		},
		sent: [],
		isDown: false,
		answersAfter: null,
		stop: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
	return mail;
}
