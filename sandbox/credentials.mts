// Keys that the sandbox knows. They open nothing but a sandbox on this machine.

export const DEFAULT_PORT = 4010;

/** API key of the first workspace, which holds the portfolio of locks. */
export const API_KEY = 'seam_testSbx1_6mWq3vT9yKcR2pHn8dZx4LbF';

/** API key of a second workspace, which must see nothing of the first. */
export const SECOND_API_KEY = 'seam_testSbx2_9pLk4xW7nBvC3mTq5rHd2ZyG';

/** API key of a suspended workspace. */
export const SUSPENDED_API_KEY = 'seam_testSbx3_2bNf8sJ5hQwE7kRt4vMx6DcA';

/** A key that was valid once. */
export const REVOKED_API_KEY = 'seam_testSbx0_5tGh9mPz3rYw6nKc8bXq2VfJ';

/** A personal access token; reaches both workspaces, named by the header `seam-workspace`. */
export const PERSONAL_ACCESS_TOKEN = 'seam_at1Sbx_4qZx7cVb2nMk9wRt6yHp3LdF';

export const CLIENT_SESSION_TOKEN = 'seam_cst1Sbx_8wEr5tYu2iOp7aSd4fGh1JkL';
export const PUBLISHABLE_KEY = 'seam_pk1Sbx_3zXc6vBn9mQw2eRt5yUi8OpA';

export const WORKSPACE_ID = '7a5e1c9e-3d42-4f0b-9a61-5b8f2c7d1e01';
export const SECOND_WORKSPACE_ID = '7a5e1c9e-3d42-4f0b-9a61-5b8f2c7d1e02';
export const SUSPENDED_WORKSPACE_ID = '7a5e1c9e-3d42-4f0b-9a61-5b8f2c7d1e03';
