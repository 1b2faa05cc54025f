/** What is asked of a node of a page; no more of the DOM, so that no element's name can get between. */
export interface PageNode {
  /** 1: element · 3: text · 9: document · 11: fragment. */
  readonly nodeType: number;
  /** In lower case for elements of HTML. */
  readonly localName?: string;
  /** The text of a text node. */
  readonly data?: string;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  getAttribute?: (name: string) => string | null;
}

/** Whether something is a node of a page. */
export function isNode(value: unknown): value is PageNode {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}

/** An element's name in lower case; empty for other nodes. */
export function nameOf(node: PageNode): string {
  return node.nodeType === 1 ? (node.localName ?? '').toLowerCase() : '';
}

/**
 * An attribute's value; `null` where there is none. The library keeps the letters of names as they
 * are in the page, and old pages have capitals.
 *
 * @param name in lower case.
 */
export function attributeOf(node: PageNode, name: string): string | null {
  return node.getAttribute?.(name) ?? node.getAttribute?.(name.toUpperCase()) ?? null;
}

/** What is done at the nodes of a tree. */
export interface Visitor {
  /** Whether to go into the node; only then it is left, too. */
  enter(node: PageNode): boolean;
  leave(node: PageNode): void;
}

/** Goes through a tree in the order of the text. However deep it is, it takes no stack. */
export function walkTree(root: PageNode, visitor: Visitor): void {
  let node: PageNode | null = root;
  while (node !== null) {
    const isEntered = visitor.enter(node);
    const child: PageNode | null = isEntered ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    if (isEntered) visitor.leave(node);
    node = nextAfter(node, root, visitor);
  }
}

function nextAfter(start: PageNode, root: PageNode, visitor: Visitor): PageNode | null {
  let node = start;
  while (node !== root) {
    if (node.nextSibling !== null) return node.nextSibling;
    const parent: PageNode | null = node.parentNode;
    if (parent === null) return null;
    visitor.leave(parent);
    node = parent;
  }
  return null;
}

/** The text of a node and all inside of it. */
export function textIn(root: PageNode): string {
  const texts: string[] = [];
  walkTree(root, {
    enter: (node) => {
      if (node.nodeType === 3) texts.push(node.data ?? '');
      return true;
    },
    leave: () => undefined,
  });
  return texts.join('');
}
