/** The test files of a group in test/together. */
export function filesOf(groupFile: string): readonly { readonly name: string; readonly path: string }[];
