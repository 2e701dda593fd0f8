/**
 * How an Excel class is written for the dispatcher: plain classes, no decorators, no schema.
 * The dispatcher reflects once per class (own and inherited members):
 * - a getter is a readable property, a getter with a setter a writable one, a method a method (camelCase as in @types/office-js);
 * - members starting with "$" or "#" are invisible to the client;
 * - names arrive in PascalCase and are looked up without regard to case.
 * A method or getter may return a promise. Throw HostError for what Excel would refuse; any other exception is a crash of the host.
 */
export interface HostClass {
  /** The class name Microsoft's client uses ("WorksheetCollection"); default: the class's own name. */
  readonly hostName?: string;
  /** Getters that return other host objects. */
  readonly nav?: readonly string[];
  /** Scalar getters left out of a load without names. */
  readonly hidden?: readonly string[];
  /** Wire names under which the client sets a property, where they are not the property's own: wire name in lower case → member. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Getters and methods that read calculated values: the dispatcher recalculates before them if anything is dirty. */
  readonly calculated?: readonly string[];
}

export interface HostObject {
  /** Identity put into Instantiate results, so that the client addresses the object by indexer afterwards. */
  readonly $id?: string | number;
  /** "_Id" for NamedItem and Setting; default "Id". */
  readonly $idKey?: string;
  /** Makes it a collection. */
  $items?(): readonly HostObject[];
  /** Ranges: takes a reference in the model and returns its id (client: _KeepReference). */
  $keep?(): string;
  /** The reference id once kept. */
  readonly $ref?: string | undefined;
}

/** The root object (Workbook) and what the dispatcher needs of it. */
export interface HostRoot extends HostObject {
  /** The object behind a kept reference, or null when it is gone. */
  $reference(id: string): HostObject | null;
  $release(ids: readonly string[]): void;
  readonly $isDirty: boolean;
  $recalc(): Promise<void>;
  /** Marks the beginning and the end of a batch of the add-in. */
  $beginBatch(): void;
  $endBatch(): void;
  /** Event entries for the client since the last call: [category, type, target id, JSON, id, isRemote]. */
  $takeEvents(): readonly (readonly [number, number, string, string, number, boolean])[];
}
