#include "app/server/verbs.hpp"

#include <cstdlib>
#include <utility>

namespace alongside::server {

void Verbs::put(Role role, Verb verb) {
  verb.role = role;
  verbs_.push_back(std::move(verb));
}

void Verbs::add(Role role, Verb verb) {
  if (role == Role::Anybody) std::abort();
  put(role, std::move(verb));
}

void Verbs::add_public(Role role, Verb verb) {
  verb.record = VerbRecord::None;
  put(role, std::move(verb));
}

const Verb* Verbs::find(std::string_view group, std::string_view name) const {
  for (const Verb& verb : verbs_) {
    if (verb.group == group && verb.name == name) return &verb;
  }
  return nullptr;
}

}  // namespace alongside::server
