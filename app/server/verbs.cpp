#include "app/server/verbs.hpp"

#include <utility>

namespace alongside::server {

void Verbs::add(Verb verb) { verbs_.push_back(std::move(verb)); }

void Verbs::add_public(Verb verb) {
  verb.record = VerbRecord::None;
  add(std::move(verb));
}

const Verb* Verbs::find(std::string_view group, std::string_view name) const {
  for (const Verb& verb : verbs_) {
    if (verb.group == group && verb.name == name) return &verb;
  }
  return nullptr;
}

}  // namespace alongside::server
