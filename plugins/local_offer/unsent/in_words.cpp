// What somebody wants to be told of a service, told in words while it is not sent. Part of the module "unsent".
#include "app/plugin_api/change_words.hpp"
#include "plugins/local_offer/model/told_ask.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words);

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words) {
  return tell_change<KeepAsk>(change, [&](const KeepAsk& keep) {
    ChangeWords said{words.get(keep.ask.of == 0 ? "unsent.tell.stop"_t : "unsent.tell.ask"_t), {}};
    said.add(words.get("unsent.tell.service"_t), keep.ask.name);
    return said;
  });
}

}  // namespace alongside::local_offer
