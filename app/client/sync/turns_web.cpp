#include "app/client/sync/turns_web.hpp"

#include "app/client/browser_imports.hpp"

#include <cstdint>
#include <utility>

namespace alongside::client {
namespace {

enum class Command : std::uint32_t { Take, End };

void send(Command command, std::string_view name) {
  alongside_js_turn(static_cast<std::uint32_t>(command), name.data(), name.size());
}

}  // namespace

void TurnsWeb::take(std::string_view name, std::function<void()> granted) {
  waiting_[std::string(name)].push_back(std::move(granted));
  send(Command::Take, name);
}

void TurnsWeb::end(std::string_view name) { send(Command::End, name); }

void TurnsWeb::granted(std::string_view name) {
  const auto found = waiting_.find(name);
  // Nobody waits: the turn must not stay with this tab.
  if (found == waiting_.end()) return end(name);
  const std::function<void()> call = std::move(found->second.front());
  found->second.pop_front();
  if (found->second.empty()) waiting_.erase(found);
  call();
}

}  // namespace alongside::client
