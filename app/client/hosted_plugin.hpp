// HostedPlugin: one plugin as the application holds it, from a line in the catalogue to a running
// feature or a stated failure. Owned by PluginHost. Its pages live in its module's memory rules:
// they are destroyed before the plugin, and the module is never unloaded.
#pragma once

#include "app/client/catalog.hpp"
#include "app/client/platform.hpp"
#include "app/client/plugin_services.hpp"
#include "app/plugin_api/plugin.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alongside::client {

enum class PluginState : std::uint8_t {
  Waiting,  // not asked for yet
  Loading,  // being fetched, checked and opened
  Ready,
  Unreachable,  // the network did not bring it: trying again makes sense
  Refused,      // changed on the way, or made for another version: never opened
  Failed,       // it threw or returned an error; trying again makes sense
  Quarantined,  // it failed too often and is not called again until the page is loaded anew
};

class HostedPlugin final : private Registrar {
 public:
  HostedPlugin(CatalogEntry entry, std::uint32_t number, ShellLinks& links);
  ~HostedPlugin();
  HostedPlugin(const HostedPlugin&) = delete;
  HostedPlugin& operator=(const HostedPlugin&) = delete;

  const CatalogEntry& entry() const { return entry_; }
  std::uint32_t number() const { return number_; }  // from 1; upper half of its node ids
  PluginState state() const { return state_; }
  const Error& error() const { return error_; }

  void loading() { state_ = PluginState::Loading; }
  void refuse(Error error);
  // Checks the manifest, makes the plugin and starts it.
  void open(const PluginModule& module, ui::Words& words);
  // The page for `path`, or null when the plugin registered none.
  std::unique_ptr<Page> make_page(std::string_view path);
  // Runs one call into a page of this plugin; a failure is counted and kept.
  void run(const std::function<Result<void>()>& call);
  void try_again();

  // What it contributes beside pages. Drawn through run(), so that a failure is the plugin's own.
  const std::vector<Summary>& summaries() const { return summaries_; }
  using Section = std::function<Result<void>(ui::Ui&)>;
  const std::vector<Section>& settings_sections() const { return settings_; }

 private:
  struct PageMaker {
    std::string pattern;
    std::function<std::unique_ptr<Page>()> make;
  };

  void page(std::string_view path, std::function<std::unique_ptr<Page>()> make) override;
  void summary(Summary summary) override { summaries_.push_back(std::move(summary)); }
  void settings(Section draw) override { settings_.push_back(std::move(draw)); }
  Result<void> start(const PluginModule& module, ui::Words& words);
  void fail(Error error);
  void drop_plugin();

  CatalogEntry entry_;
  std::uint32_t number_;
  PluginServices services_;
  PluginModule module_;
  Plugin* plugin_ = nullptr;
  std::vector<PageMaker> pages_;
  std::vector<Summary> summaries_;
  std::vector<Section> settings_;
  PluginState state_ = PluginState::Waiting;
  Error error_;
  int failures_ = 0;
};

}  // namespace alongside::client
