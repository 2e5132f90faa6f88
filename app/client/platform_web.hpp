// PlatformWeb: the browser, as the shell sees it. Owns the requests and module loads under way.
// Answers arrive through the exported functions in exports_web.cpp.
#pragma once

#include "app/client/platform.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace alongside::client {

class PlatformWeb final : public Platform {
 public:
  void fetch(std::string_view path, Reply reply) override;
  void load_plugin(std::string_view id, Loaded done) override;
  void address(std::string_view href, History history) override;
  void leave(std::string_view href) override;
  void title(std::string_view title) override;
  void setting(std::string_view key, std::string_view value) override;
  void patch(std::span<const std::uint8_t> patch) override;
  void wake() override;
  void log(std::string_view line) override;

  // The network answered. Status 0 means that nothing came back.
  void fetched(std::uint32_t request, std::uint32_t status, Bytes body);
  // The module's bytes are verified and lie in the file system, or why they do not.
  void plugin_ready(std::string_view id, bool verified, std::string_view reason);

 private:
  void open_module(const std::string& id);
  void finish_load(const std::string& id, Result<PluginModule> module);

  std::uint32_t last_request_ = 0;
  std::map<std::uint32_t, Reply> requests_;
  std::map<std::string, Loaded, std::less<>> loads_;
};

}  // namespace alongside::client
