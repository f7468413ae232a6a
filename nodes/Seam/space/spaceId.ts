import { getSpace, type SpaceReference } from '../../shared/api/spaces';
import type { Run } from '../operation';

/** The ID of a space; one given by its key is looked up. */
export async function spaceIdOf(run: Run, space: SpaceReference): Promise<string> {
	return 'space_id' in space ? space.space_id : (await getSpace(run, space)).space_id;
}
