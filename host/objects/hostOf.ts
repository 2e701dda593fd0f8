/**
 * Holds the host's classes to Microsoft's type definitions: `class Range implements HostOf<Excel.Range>` does not compile
 * with a member of a wrong type. Members that Excel does not have are found at run time (test/host/objects/conformance.test.ts).
 */
type ClientMember = "load" | "set" | "toJSON" | "context" | "isNullObject" | "track" | "untrack";
type Argument<A> = A extends OfficeExtension.ClientObject ? object : A;
type Arguments<A extends unknown[]> = { [I in keyof A]: Argument<A[I]> };
/** What answers nothing may also be awaited. */
type Returned<R> = [undefined] extends [R]
  ? unknown
  : R extends OfficeExtension.ClientObject
    ? object | null
    : R extends OfficeExtension.ClientResult<infer V>
      ? V
      : R;
/** An enumeration is its words: the wire carries text. */
export type Words<V> = V extends (infer I)[] ? Words<I>[] : V extends string ? `${V}` : V;
type Member<M> = M extends (...args: infer A) => infer R
  ? (...args: Arguments<A>) => Returned<R>
  : M extends OfficeExtension.ClientObject
    ? object | null
    : Words<M> | null;

/**
 * Every member of the client's class, optional, with host objects in place of client objects and values in place of results.
 * Any property may be null: so Excel answers for mixed formats and unbounded ranges, whatever the types say.
 */
export type HostOf<C> = { [K in Exclude<keyof C, ClientMember>]?: Member<C[K]> };
