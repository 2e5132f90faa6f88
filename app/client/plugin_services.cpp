#include "app/client/plugin_services.hpp"

#include "app/client/sealed.hpp"
#include "app/plugin_api/intent_link.hpp"
#include "app/wire/messages/session.hpp"

#include <utility>

namespace alongside::client {

void PluginServices::fetch(std::string_view path, Reply reply) {
  if (!path.starts_with("/api/")) {
    links_.platform().log("a plugin asked for something outside /api");
    return;
  }
  links_.platform().fetch(path, told_of(std::move(reply)));
}

void PluginServices::read_file(std::string_view token, std::size_t most_bytes, Reply reply) {
  links_.platform().read_file(token, most_bytes, told_of(std::move(reply)));
}

// A token that goes along is that of whoever has it here: a person, or the address at which their code bought it.
void PluginServices::carry(Carrying carrying, Reply reply) {
  const std::string holder = carrying.token_path.empty() ? links_.session().person.text() : carrying.token_path;
  const std::string* words[] = {&carrying.box, &carrying.code, &carrying.token_purpose, &holder, &carrying.token_there};
  std::string lines(1, static_cast<char>('0' + static_cast<int>(carrying.what)));
  for (const std::string* word : words) {
    lines += '\n';
    for (const char c : *word) lines += c == '\n' ? ' ' : c;
  }
  links_.platform().carry(lines, std::move(carrying.content), told_of(std::move(reply)));
}

// The page shows its own failure; a reply that throws must not take the application with it.
Host::Reply PluginServices::told_of(Reply reply) {
  return [this, reply = std::move(reply)](Result<Bytes> result) {
    const Result<void> done = sealed([&]() -> Result<void> {
      reply(std::move(result));
      return {};
    });
    if (!done.ok()) links_.platform().log("a plugin failed while reading a reply");
    links_.platform().wake();
  };
}

std::string PluginServices::intent_href(std::string_view name, const Bytes& frame) const {
  return intent_link(links_.intent_route(name), frame);
}

Bytes PluginServices::intent_in(const Route& route) const { return intent_of(route); }

void PluginServices::send_anonymously(Letter letter, std::function<void(Result<void>)> saved) {
  links_.send_anonymously(std::move(letter), [this, saved = std::move(saved)](Result<void> kept) {
    const Result<void> told = sealed([&]() -> Result<void> {
      saved(std::move(kept));
      return {};
    });
    if (!told.ok()) links_.platform().log("a plugin failed when its letter was kept");
    links_.platform().wake();
  });
}

}  // namespace alongside::client
