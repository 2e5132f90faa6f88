// Platform: what the shell asks of the world around it: network, address bar, settings, modules.
// One implementation in the browser (platform_web.cpp); tests have their own. UI thread only.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/client/sync/sync_world.hpp"
#include "app/plugin_api/abi.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace alongside {
class Plugin;
class Host;
}  // namespace alongside
namespace alongside::ui {
class Pictures;
}

namespace alongside::client {

enum class History : std::uint8_t { Push, Replace };
enum class Credentials : std::uint8_t { Sent, Left };

// The three entry points of a loaded module.
struct PluginModule {
  const PluginManifest* (*manifest)() = nullptr;
  Plugin* (*create)(Host*) = nullptr;
  void (*destroy)(Plugin*) = nullptr;
};

class Platform {
 public:
  using Reply = std::function<void(Result<Bytes>)>;
  using Loaded = std::function<void(Result<PluginModule>)>;

  virtual ~Platform() = default;
  virtual void fetch(std::string_view path, Reply reply) = 0;  // GET under the same origin
  // POST of one frame; the cookie goes along with Credentials::Sent only.
  virtual void post(std::string_view path, Bytes frame, Credentials credentials, Reply reply) = 0;
  virtual void load_plugin(std::string_view id, Loaded done) = 0;  // fetch, verify, open
  virtual void address(std::string_view href, History history) = 0;
  virtual void leave(std::string_view href) = 0;  // tel:, mailto:, other sites
  virtual void title(std::string_view title) = 0;
  virtual void setting(std::string_view key, std::string_view value) = 0;
  virtual void patch(std::span<const std::uint8_t> patch) = 0;  // to the semantic mirror
  virtual ui::Pictures* pictures() { return nullptr; }          // null: nothing is painted
  virtual void wake() = 0;                                      // draw soon
  virtual void log(std::string_view line) = 0;                  // never personal data

  // What the sync engine needs of this device; valid as long as the platform.
  virtual SyncWorld world() = 0;
  // The same with a second store beside the first, in which the database "public" is open whoever is
  // signed in: letters without a name, and what this device remembers (session/device_memory.hpp).
  virtual SyncWorld public_world() = 0;
  // One anonymous token of this purpose, made with the council so that it cannot tell it again. `holder`
  // tells people who share this device apart, and never leaves it; or is the address ("/api/…") at which a code buys
  // it.
  virtual void anonymous_token(std::string_view purpose, std::string_view holder, Reply reply) = 0;
  // The photo or PDF that the person has chosen in a file field, made small and without what the camera
  // wrote into it. `token` is what the field gave, and good once. InvalidInput: it cannot be read; TooLarge.
  virtual void take_file(std::string_view token, Reply reply) = 0;
  // The bytes of a chosen file as they are; TooLarge when there are more than `most_bytes`.
  virtual void read_file(std::string_view token, std::size_t most_bytes, Reply reply) = 0;
  // Above the page until the person closes it (web/joined.js).
  virtual void show_file(const Bytes& content) = 0;
  // Seals, or opens, what is carried to another device (Host::carry; web/carried.js). `lines`: which of the three, as
  // a digit; then the box's address, the code, and the token's purpose, holder here and holder there, a line each.
  virtual void carry(std::string_view lines, Bytes content, Reply reply) = 0;
  // Hands a file to the browser, for the person to keep where they like (web/saved_file.js). Replies with one byte: 1
  // when it went by the share sheet, 0 among the downloads. Conflict: they closed the sheet.
  virtual void save_file(std::string_view name, Bytes content, Reply reply) = 0;
  // The address of one of our pages, for somebody whom the person chooses (web/sent_page.js). Replies with one byte: 1
  // when it went by the share sheet, 0 when it was copied. Conflict: they closed the sheet; NotAllowed: neither can be.
  virtual void send_page(std::string_view href, std::string_view title, Reply reply) = 0;
  // The browser's own question whether this application should stand on the home screen (web/install.js).
  virtual void install() = 0;
  // Where this device is, as twelve bytes: latitude and longitude × 1e7 and metres of doubt, each a little-endian
  // int32. NotAllowed: the person, or the device, says no; any other error: it does not know.
  virtual void locate(Reply reply) = 0;
  // Words for where one is signed in: "Chrome on Android".
  virtual std::string device_name() const = 0;
  // Begins again from the first page, with nothing of the last person in memory.
  virtual void begin_again(std::string_view href) = 0;
};

}  // namespace alongside::client
