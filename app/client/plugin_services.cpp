#include "app/client/plugin_services.hpp"

#include "app/client/sealed.hpp"

#include <utility>

namespace alongside::client {

void PluginServices::fetch(std::string_view path, Reply reply) {
  if (!path.starts_with("/api/")) {
    links_.platform().log("a plugin asked for something outside /api");
    return;
  }
  links_.platform().fetch(path, [this, reply = std::move(reply)](Result<Bytes> result) {
    const Result<void> done = sealed([&]() -> Result<void> {
      reply(std::move(result));
      return {};
    });
    // The page shows its own failure; a reply that throws must not take the application with it.
    if (!done.ok()) links_.platform().log("a plugin failed while reading a reply");
    links_.platform().wake();
  });
}

}  // namespace alongside::client
