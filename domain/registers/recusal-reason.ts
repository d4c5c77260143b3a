/** Why an officer must not check a firm, where nobody gave a reason: the list of officers that was loaded named it. */
export const listedRecusal = 'fromList';
