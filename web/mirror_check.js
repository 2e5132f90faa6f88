/**
 * Decides whether a decoded patch fits the tree as it is, before anything is changed: ids known,
 * no node in two places, no node inside itself. Called by mirror.js; touches no DOM.
 */
import { Op, PatchError } from "./mirror_patch.js";
import { holdsChildren, isRole } from "./mirror_roles.js";

/** The id of the place that holds the whole tree. */
export const containerId = 0n;

class Trial {
  constructor(nodes) {
    this.nodes = nodes;
    this.created = new Map(); // id → role
    this.lists = new Map();   // parent → ids
    this.parents = new Map(); // child → parent, as this patch says
    this.removed = new Set();
  }

  roleOf(id) { return this.nodes.get(id)?.role ?? this.created.get(id); }

  need(id) {
    if (this.roleOf(id) === undefined) throw new PatchError(`unknown node ${id}`);
  }

  create({ id, role }) {
    if (!isRole(role)) throw new PatchError(`unknown role ${role}`);
    if (id === containerId || this.roleOf(id) !== undefined) throw new PatchError(`node ${id} exists already`);
    this.created.set(id, role);
  }

  children({ id, ids }) {
    if (id !== containerId) {
      this.need(id);
      if (!holdsChildren(this.roleOf(id))) throw new PatchError(`node ${id} cannot hold others`);
    }
    if (this.lists.has(id)) throw new PatchError(`children of ${id} are listed twice`);
    this.lists.set(id, ids);
    for (const child of ids) {
      this.need(child);
      if (this.parents.has(child)) throw new PatchError(`node ${child} is listed twice`);
      this.parents.set(child, id);
    }
  }

  // Where a node hangs once the patch is applied; null when nowhere.
  parentOf(id) {
    if (this.parents.has(id)) return this.parents.get(id);
    const parent = this.nodes.get(id)?.parent ?? null;
    return parent !== null && this.lists.has(parent) ? null : parent;
  }

  // Follows parents upwards; true when they lead to the container.
  isAttached(id) {
    const seen = new Set();
    for (let at = id; at !== null; at = this.parentOf(at)) {
      if (at === containerId) return true;
      if (seen.has(at)) throw new PatchError(`node ${id} is inside itself`);
      seen.add(at);
    }
    return false;
  }
}

function depthOf(trial, id) {
  let depth = 0;
  for (let at = id; at !== null && at !== containerId; at = trial.parentOf(at)) depth++;
  return depth;
}

const order = [Op.create, Op.set, Op.children, Op.remove, Op.height, Op.scroll, Op.focus, Op.announce];

// Lists are applied from the top down: then a node is never put into what is still inside it.
function inOrder(ops, trial) {
  const lists = ops.filter(({ op }) => op === Op.children);
  const depths = new Map(lists.map((list) => [list, depthOf(trial, list.id)]));
  lists.sort((a, b) => depths.get(a) - depths.get(b));
  const kinds = new Map(order.map((kind) => [kind, kind === Op.children ? lists : []]));
  for (const op of ops) if (op.op !== Op.children) kinds.get(op.op).push(op);
  return order.flatMap((kind) => kinds.get(kind));
}

/**
 * Throws a PatchError when `ops` must not be applied to `nodes` (Map of id → {role, parent}).
 * @returns {object[]} the operations in the order to apply them
 */
export function checkPatch(ops, nodes) {
  const trial = new Trial(nodes);
  for (const op of ops) {
    switch (op.op) {
      case Op.create: trial.create(op); break;
      case Op.set: trial.need(op.id); break;
      case Op.children: trial.children(op); break;
      case Op.remove: trial.need(op.id); trial.removed.add(op.id); break;
      case Op.focus:
        trial.need(op.id);
        if (trial.removed.has(op.id)) throw new PatchError(`focus on removed node ${op.id}`);
        break;
      default: break;
    }
  }
  for (const child of trial.parents.keys()) trial.isAttached(child);
  for (const id of trial.created.keys()) {
    if (!trial.isAttached(id) && !trial.removed.has(id)) throw new PatchError(`node ${id} has no place`);
  }
  for (const id of trial.removed) {
    if (trial.isAttached(id)) throw new PatchError(`removed node ${id} is still in the page`);
  }
  return inOrder(ops, trial);
}
