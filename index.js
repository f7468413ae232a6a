// Lets `require('n8n-nodes-seam')` hand out the node and credential classes. n8n itself doesn't need it: it
// reads the list in package.json, and a test holds the two together.
module.exports = {
	Seam: require('./dist/nodes/Seam/Seam.node.js').Seam,
	SeamApi: require('./dist/credentials/SeamApi.credentials.js').SeamApi,
	SeamCreateAccessCode: require('./dist/nodes/SeamCreateAccessCode/SeamCreateAccessCode.node.js')
		.SeamCreateAccessCode,
	SeamGetDevice: require('./dist/nodes/SeamGetDevice/SeamGetDevice.node.js').SeamGetDevice,
	SeamTrigger: require('./dist/nodes/SeamTrigger/SeamTrigger.node.js').SeamTrigger,
	SeamWaitForCodeSet: require('./dist/nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node.js')
		.SeamWaitForCodeSet,
};
