import { isPrivateUrl } from '../../../../nodes/shared/webhook/address';

it.each([
	'http://localhost:5678/webhook/1',
	'http://LOCALHOST/',
	'http://n8n.localhost/',
	'http://127.0.0.1:5678/',
	'http://127.1/',
	'http://2130706433/',
	'http://0x7f.0.0.1/',
	'http://0.0.0.0:5678/',
	'http://10.1.2.3/',
	'http://172.16.0.1/',
	'http://172.31.255.255/',
	'http://192.168.178.20:5678/',
	'http://169.254.1.1/',
	'http://100.64.0.1/',
	'http://100.127.255.255/',
	'http://[::1]:5678/',
	'http://[::]/',
	'http://[fd12:3456::1]/',
	'http://[fe80::1]/',
	'http://[::ffff:192.168.1.2]/',
	'http://n8n:5678/',
	'http://n8n.local/',
	'http://n8n.lan./',
	'http://host.docker.internal:5678/',
	'http://n8n.home.arpa/',
	'no url at all',
	'',
])('nobody outside reaches %j', (url) => {
	expect(isPrivateUrl(url)).toBe(true);
});

it.each([
	'https://n8n.example.com/webhook/1',
	'https://localhost.example.com/',
	'https://10.example.com/',
	'https://local.example.com/',
	'https://connect.getseam.com',
	'http://93.184.216.34:8080/',
	'http://172.15.0.1/',
	'http://172.32.0.1/',
	'http://100.63.0.1/',
	'http://100.128.0.1/',
	'http://11.0.0.1/',
	'http://192.169.0.1/',
	'http://[2606:2800:220:1::1]/',
	'http://[::ffff:93.184.216.34]/',
])('anybody may reach %j', (url) => {
	expect(isPrivateUrl(url)).toBe(false);
});
