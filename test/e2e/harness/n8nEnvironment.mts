/** Everything that n8n's process is told: nothing else of this machine's environment reaches it. */
export function n8nEnvironment({
	userFolder,
	port,
	brokerPort,
	version,
}: {
	userFolder: string;
	port: number;
	brokerPort: number;
	version: string;
}): Record<string, string> {
	const address = `http://127.0.0.1:${port}/`;
	return {
		PATH: process.env.PATH ?? '',
		HOME: userFolder,
		NODE_OPTIONS: '--max-old-space-size=1024',

		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		WEBHOOK_URL: address,
		N8N_EDITOR_BASE_URL: address,
		N8N_ENCRYPTION_KEY: 'n8n-nodes-seam-local-runs-only',
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		GENERIC_TIMEZONE: 'UTC',
		DB_SQLITE_POOL_SIZE: '2',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		N8N_LOG_LEVEL: 'info',
		NODES_EXCLUDE: '[]',

		// Nothing below asks or tells anyone on the internet.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
		N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// An n8n that doesn't know a module of this list would not start.
		N8N_DISABLED_MODULES: version.startsWith('1.') ? '' : 'mcp-registry,instance-ai,mcp',
	};
}
