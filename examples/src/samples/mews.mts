// Mews’ Connector API: general webhooks (docs.mews.com/connector-api/events/wh-general), “Get all reservations (ver 2023-06-06)”
// (docs.mews.com/connector-api/operations/reservations) and “Get all customers” (…/operations/customers). All times are in UTC.
const RESERVATION = '0f515589-99b4-423d-b83a-b237009f0509';
const CUSTOMER = 'fadd5bb6-b428-45d5-94f8-fd0d89fece6d';

export const reservations = {
	Reservations: [
		{
			...{ Id: RESERVATION, ServiceId: 'bd26d8db-86da-4f96-9efc-e5a4654a4a94', Number: '52' },
			...{ AccountId: CUSTOMER, AccountType: 'Customer', State: 'Confirmed', Origin: 'Connector' },
			...{ CreatedUtc: '2031-05-01T10:00:00Z', UpdatedUtc: '2031-05-01T10:00:00Z' },
			...{ CancelledUtc: null, GroupId: '94843f6f-3be3-481b-a1c7-06458774c3df' },
			...{ ScheduledStartUtc: '2031-06-01T22:00:00Z', ScheduledEndUtc: '2031-06-04T18:00:00Z' },
			...{ ActualStartUtc: null, ActualEndUtc: null, ReleasedUtc: null },
			...{
				AssignedResourceId: '20e00c32-d561-4008-8609-82d8aa525714',
				AssignedResourceLocked: false,
			},
		},
	],
	Cursor: null,
};

export const customers = {
	Customers: [
		{
			...{ Id: CUSTOMER, Number: '1', Title: null, FirstName: 'Ada', LastName: 'Lovelace' },
			...{ Email: 'ada@example.com', Phone: '+15550100', LanguageCode: null, IsActive: true },
		},
	],
	Cursor: null,
};

export const message = {
	EnterpriseId: '851df8c8-90f2-4c4a-8e01-a4fc46b25178',
	IntegrationId: 'c8bee838-7fb1-4f4e-8fac-ac87008b2f90',
	Events: [{ Discriminator: 'ServiceOrderUpdated', Value: { Id: RESERVATION } }],
};
