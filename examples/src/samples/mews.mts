// From Mews’ documentation of its Connector API, with made-up people and dates; all times are in UTC. Its files are in
// github.com/MewsSystems/gitbook-connector-api, and are shown at https://docs.mews.com/connector-api.
// The message: events/wh-general.md. The reservation: operations/reservations.md, “Get all reservations (ver 2023-06-06)”.
// The customer: operations/customers.md, “Get all customers”. The address: guidelines/environments.md. All that the workflow
// reads is there; StartUtc and EndUtc are there too, as deprecated.
// Left out: fields of the customer that the workflow doesn’t read.
// Not confirmed: what “Get all customers” answers if the account is a company; here it is taken to be an empty list.
const RESERVATION = '0f515589-99b4-423d-b83a-b237009f0509';
const CUSTOMER = 'fadd5bb6-b428-45d5-94f8-fd0d89fece6d';
const PROFILE = '3cd637ef-4728-47f9-8fb1-afb900c9cdcf';

export const reservations = {
	Reservations: [
		{
			...{ Id: RESERVATION, ServiceId: 'bd26d8db-86da-4f96-9efc-e5a4654a4a94', Number: '52' },
			...{ AccountId: CUSTOMER, AccountType: 'Customer', State: 'Confirmed', Origin: 'Connector' },
			...{ CreatorProfileId: PROFILE, UpdaterProfileId: PROFILE, BookerId: null },
			...{ CommanderOrigin: null, OriginDetails: null },
			...{ CreatedUtc: '2031-05-01T10:00:00Z', UpdatedUtc: '2031-05-01T10:00:00Z' },
			...{ CancelledUtc: null, VoucherId: null, BusinessSegmentId: null },
			Options: {
				...{ OwnerCheckedIn: false, AllCompanionsCheckedIn: false },
				...{ AnyCompanionCheckedIn: false, ConnectorCheckIn: false },
			},
			...{ RateId: 'ed4b660b-19d0-434b-9360-a4de2ea42eda', CreditCardId: null },
			...{ GroupId: '94843f6f-3be3-481b-a1c7-06458774c3df' },
			...{ RequestedResourceCategoryId: '773d5e42-de1e-43a0-9ce6-f940faf2303f' },
			...{ AssignedResourceId: '20e00c32-d561-4008-8609-82d8aa525714' },
			...{ AvailabilityBlockId: null, PartnerCompanyId: null, TravelAgencyId: null },
			...{ AssignedResourceLocked: false, ChannelNumber: null, ChannelManagerNumber: '' },
			...{ CancellationReason: null, ReleasedUtc: null },
			...{ StartUtc: '2031-06-01T22:00:00Z', EndUtc: '2031-06-04T18:00:00Z' },
			...{ ScheduledStartUtc: '2031-06-01T22:00:00Z', ScheduledEndUtc: '2031-06-04T18:00:00Z' },
			...{ ActualStartUtc: null, ActualEndUtc: null, Purpose: null, QrCodeData: null },
			PersonCounts: [{ AgeCategoryId: '1f67644f-052d-4863-acdf-ae1600c60ca0', Count: 2 }],
		},
	],
	Cursor: RESERVATION,
};

export const customers = {
	Customers: [
		{
			...{ Id: CUSTOMER, ChainId: '3fa85f64-5717-4562-b3fc-2c963f66afa6', Number: '12345' },
			...{ Title: null, Sex: null, FirstName: 'Ada', LastName: 'Lovelace', SecondLastName: null },
			...{ NationalityCode: null, PreferredLanguageCode: null, LanguageCode: null },
			...{ Email: 'ada@example.com', HasOtaEmail: false, Phone: '+15550100' },
			...{ CreatedUtc: '2031-05-01T10:00:00Z', UpdatedUtc: '2031-05-01T10:00:00Z' },
			...{ AddressId: null, Classifications: [], Options: [], PreferredSpaceFeatures: [] },
			...{ IsActive: true, CreatorProfileId: PROFILE, UpdaterProfileId: PROFILE },
		},
	],
	Cursor: CUSTOMER,
};

export const message = {
	EnterpriseId: '851df8c8-90f2-4c4a-8e01-a4fc46b25178',
	IntegrationId: 'c8bee838-7fb1-4f4e-8fac-ac87008b2f90',
	Events: [{ Discriminator: 'ServiceOrderUpdated', Value: { Id: RESERVATION } }],
};
