// Each test starts a local Seam of its own, which takes a while on a busy machine.
import.meta.jest.setTimeout(20_000);
