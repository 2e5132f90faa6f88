// PlatformWeb: the browser, as the shell sees it. Owns the requests and module loads under way, and
// what the sync engine has of this device. Answers arrive through the functions in exports_web.cpp.
#pragma once

#include "app/client/pending_web.hpp"
#include "app/client/platform.hpp"
#include "app/client/store/store_web.hpp"
#include "app/client/sync/chance_web.hpp"
#include "app/client/sync/timer_web.hpp"
#include "app/client/sync/transport_web.hpp"
#include "app/client/sync/turns_web.hpp"
#include "app/ui/pictures.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace alongside::client {

class PicturesWeb final : public ui::Pictures {
 public:
  std::uint64_t texture(std::string_view address) override;
};

class PlatformWeb final : public Platform {
 public:
  explicit PlatformWeb(const Clock& clock) : clock_(clock) {}

  void fetch(std::string_view path, Reply reply) override;
  void post(std::string_view path, Bytes frame, Credentials credentials, Reply reply) override;
  void load_plugin(std::string_view id, Loaded done) override;
  void address(std::string_view href, History history) override;
  void leave(std::string_view href) override;
  void title(std::string_view title) override;
  void setting(std::string_view key, std::string_view value) override;
  void patch(std::span<const std::uint8_t> patch) override;
  ui::Pictures* pictures() override { return &pictures_; }
  void wake() override;
  void log(std::string_view line) override;
  SyncWorld world() override { return {store_, turns_, transport_, timer_, chance_, clock_}; }
  SyncWorld public_world() override { return {public_store_, turns_, transport_, timer_, chance_, clock_}; }
  void anonymous_token(std::string_view purpose, std::string_view holder, Reply reply) override;
  void take_file(std::string_view token, Reply reply) override;
  void read_file(std::string_view token, std::size_t most_bytes, Reply reply) override;
  void show_file(const Bytes& content) override;
  void carry(std::string_view lines, Bytes content, Reply reply) override;
  void send_page(std::string_view href, std::string_view title, Reply reply) override;
  void install() override;
  void save_file(std::string_view name, Bytes content, Reply reply) override;
  void locate(Reply reply) override;
  std::string device_name() const override { return device_name_; }
  void begin_again(std::string_view href) override;

  // Of the environment's lines, the one about the device is for here.
  void environment(std::string_view lines);
  // The network answered. Status 0 means that nothing came back.
  void fetched(std::uint32_t request, std::uint32_t status, Bytes body);
  // The module's bytes are verified and lie where they are opened from, or why they do not.
  void plugin_ready(std::string_view id, bool verified, std::string_view reason);

  StoreWeb& store(std::uint32_t number) { return number == 0 ? store_ : public_store_; }
  TurnsWeb& turns() { return turns_; }
  TimerWeb& timer() { return timer_; }

 private:
  void open_module(const std::string& id);
  void finish_load(const std::string& id, Result<PluginModule> module);

  const Clock& clock_;
  PicturesWeb pictures_;
  StoreWeb store_{0};
  StoreWeb public_store_{1};
  TurnsWeb turns_;
  TransportWeb transport_{*this};
  TimerWeb timer_;
  ChanceWeb chance_;
  Pending<Result<Bytes>> requests_;
  std::map<std::string, Loaded, std::less<>> loads_;
  std::string device_name_;
};

}  // namespace alongside::client
