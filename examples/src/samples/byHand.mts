// What n8n’s Form Trigger gives: the fields by their names, and when it was sent.
// https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.formtrigger/

export const byHandForm = {
	action: 'Make or change the code',
	guest_name: 'Ada Lovelace',
	guest_email: 'ada@example.com',
	guest_phone: '+15550100',
	listing: 'studio',
	arrival: '2031-06-01',
	nights: 3,
	arrival_time: '',
	departure_time: '',
	reference: '',
	submittedAt: '2031-05-20T12:11:12.345+01:00',
	formMode: 'production',
};
