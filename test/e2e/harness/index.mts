export { startChatModel, type ChatMessage, type ChatModel, type Saying } from './chatModel.mts';
export { startInternet, type Internet, type WebAnswer, type WebRequest } from './internet.mts';
export { startMail, type Mail, type MailServer } from './mail.mts';
export { readExample, rememberingWaits, withValues } from './examples.mts';
export { startN8n, type N8n, type N8nOptions } from './n8n.mts';
export {
	describeRuns,
	hasEnded,
	N8nClient,
	outputOf,
	OWNER,
	type Execution,
	type NodeRun,
	type Workflow,
	type WorkflowNode,
} from './n8nClient.mts';
export { packPackage, REPOSITORY } from './packPackage.mts';
export { CONCURRENCY, startQueueMode, type N8nProcess, type QueueModeN8n } from './queueMode.mts';
export { startSandbox, type KeypadAnswer, type Sandbox } from './sandbox.mts';
export { createTemporaryFolder, installCommunityPackage } from './userFolder.mts';
export { Hopeless, waitFor } from './waitFor.mts';
