// ChangeWords: what one change says, in words that its person understands without the app. Each plugin has a function
// `change_in_words` for its own kinds of change, in its namespace (plugins/<id>/unsent); the module "unsent" asks each
// (tells_unsent in app/cmake/add_plugin.cmake). What is read here may end in a file that is not locked: what must not
// be seen by whoever finds it is named and not told.
#pragma once

#include "app/plugin_api/records.hpp"
#include "app/ui/text_key.hpp"
#include "app/ui/words.hpp"
#include "app/wire/payload.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace alongside {

struct ChangeWords {
  std::string what;
  std::vector<std::pair<std::string, std::string>> facts;  // what each is called, and what it says

  // An empty one is left out.
  void add(std::string name, std::string value) {
    if (!value.empty()) facts.emplace_back(std::move(name), std::move(value));
  }
};

// Nothing where it is another kind, or of an edition that this program does not know.
template <wire::Message T>
std::optional<T> change_as(const Change& change) {
  if (change.kind != T::schema.id || change.edition != T::schema.version) return std::nullopt;
  Result<T> payload = wire::decode_payload<T>(change.payload);
  return payload.ok() ? std::optional<T>(std::move(payload).value()) : std::nullopt;
}

// What `say` says of the change as the one of these kinds that it is; nothing where it is none of them.
template <wire::Message... Kinds>
std::optional<ChangeWords> tell_change(const Change& change, const auto& say) {
  std::optional<ChangeWords> said;
  const auto look = [&]<wire::Message T>() {
    if (const auto made = change_as<T>(change)) said = say(*made);
    return said.has_value();
  };
  (void)(look.template operator()<Kinds>() || ...);
  return said;
}

using ChangeTeller = std::optional<ChangeWords> (*)(const Change&, const ui::Words&);

}  // namespace alongside
