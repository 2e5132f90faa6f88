// Shell: everything around the plugins' pages: header, navigation, help, home, settings, and where
// the person is. Owns the plugin host and the words. Driven by Application once a frame; draws only
// through ui::Ui, so that it runs the same in native tests.
#pragma once

#include "app/base/clock.hpp"
#include "app/client/environment.hpp"
#include "app/client/plugin_host.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::client {

class Shell final : private ShellLinks {
 public:
  Shell(Platform& platform, const Clock& clock, ui::WordTable shell_words);
  ~Shell();

  void environment_changed(std::string_view lines);
  const Environment& environment() const { return environment_; }
  Result<void> catalog(std::string_view lines);
  void start(std::string_view address);
  // The browser moved (Back, Forward): follow without a new history entry.
  void arrived(std::string_view address);
  void go(std::string_view href, History history) override;

  // Draws the whole screen.
  void draw(ui::Ui& ui);
  // The sentence to speak, at most once each; empty when there is none.
  std::string take_announcement() { return std::exchange(announcement_, {}); }
  // True once after the person came to another page: focus and scroll start at its top.
  bool take_page_changed() { return std::exchange(page_changed_, false); }

  const Route& route() const { return route_; }
  const ui::Words& words() const override { return words_; }
  const PluginHost& plugin_host() const { return host_; }

 private:
  enum class CouncilState : std::uint8_t { Unknown, Asked, Known, Failed };

  void announce(std::string_view sentence) override { announcement_ = sentence; }
  const wire::Council& council() const override { return council_; }
  const Clock& clock() const override { return clock_; }
  Platform& platform() override { return platform_; }

  struct Move {
    Route route;
    History history;
  };

  void fetch_council();
  void follow_moves();
  void show(Route route);
  void update_title();
  void ensure_page();
  void open_page();
  void call_page(const std::function<void()>& call);
  void main_ui(ui::Ui& ui);
  void plugin_page_ui(ui::Ui& ui, HostedPlugin& plugin);
  std::unique_ptr<Page> make_own_page(std::string_view path);

  Platform& platform_;
  const Clock& clock_;
  ui::Words words_;
  Environment environment_;
  wire::Council council_;
  CouncilState council_state_ = CouncilState::Unknown;
  PluginHost host_;
  Route route_;
  // After the host, so that a page dies before the plugin it came from.
  std::unique_ptr<Page> page_;
  HostedPlugin* page_owner_ = nullptr;  // null: the shell's own page
  std::string page_path_;
  std::string title_;
  std::string announcement_;
  std::vector<Move> moves_;
  bool drawing_ = false;
  bool page_changed_ = false;
};

}  // namespace alongside::client
