#include "app/client/platform_web.hpp"

#include "app/client/browser_imports.hpp"
#include "app/client/module_open_web.hpp"

#include <utility>

namespace alongside::client {
namespace {

// Why boot's plugin loader would not hand a module over, as codes (web/plugin_loader.js).
Error loader_error(std::string_view reason) {
  if (reason == "network") return {ErrorCode::Offline, "the module could not be fetched"};
  if (reason == "tampered") return {ErrorCode::Incompatible, "the module's bytes are not those in the catalogue"};
  if (reason == "incompatible") return {ErrorCode::Incompatible, "the module was made for another version"};
  return {ErrorCode::Incompatible, "the module cannot be opened: " + std::string(reason)};
}

Error http_error(std::uint32_t status) {
  const std::string detail = "HTTP " + std::to_string(status);
  switch (status) {
    case 0: return {ErrorCode::Offline, "no answer"};
    case 401: return {ErrorCode::SignedOut, detail};
    case 403: return {ErrorCode::NotAllowed, detail};
    case 404: return {ErrorCode::NotFound, detail};
    case 409: return {ErrorCode::Conflict, detail};
    case 413: return {ErrorCode::TooLarge, detail};
    case 422: return {ErrorCode::Incompatible, detail};
    case 429: return {ErrorCode::Unavailable, detail};
    default: return {status >= 500 ? ErrorCode::Unavailable : ErrorCode::InvalidInput, detail};
  }
}

}  // namespace

void PlatformWeb::fetch(std::string_view path, Reply reply) {
  alongside_js_fetch(requests_.add(std::move(reply)), path.data(), path.size());
}

void PlatformWeb::post(std::string_view path, Bytes frame, Credentials credentials, Reply reply) {
  const std::uint32_t request = requests_.add(std::move(reply));
  alongside_js_post(request, path.data(), path.size(), frame.data(), frame.size(),
                    credentials == Credentials::Sent ? 1 : 0);
}

void PlatformWeb::anonymous_token(std::string_view purpose, std::string_view holder, Reply reply) {
  const std::uint32_t request = requests_.add(std::move(reply));
  alongside_js_token(request, purpose.data(), purpose.size(), holder.data(), holder.size());
}

void PlatformWeb::take_file(std::string_view token, Reply reply) {
  alongside_js_file(requests_.add(std::move(reply)), token.data(), token.size());
}

void PlatformWeb::read_file(std::string_view token, std::size_t most_bytes, Reply reply) {
  alongside_js_read_file(requests_.add(std::move(reply)), token.data(), token.size(), most_bytes);
}

void PlatformWeb::show_file(const Bytes& content) { alongside_js_show_file(content.data(), content.size()); }

void PlatformWeb::carry(std::string_view lines, Bytes content, Reply reply) {
  alongside_js_carry(requests_.add(std::move(reply)), lines.data(), lines.size(), content.data(), content.size());
}

void PlatformWeb::save_file(std::string_view name, Bytes content, Reply reply) {
  alongside_js_save_file(requests_.add(std::move(reply)), name.data(), name.size(), content.data(), content.size());
}

void PlatformWeb::send_page(std::string_view href, std::string_view title, Reply reply) {
  alongside_js_send_page(requests_.add(std::move(reply)), href.data(), href.size(), title.data(), title.size());
}

void PlatformWeb::install() { alongside_js_install(); }

void PlatformWeb::locate(Reply reply) { alongside_js_locate(requests_.add(std::move(reply))); }

void PlatformWeb::fetched(std::uint32_t request, std::uint32_t status, Bytes body) {
  const auto reply = requests_.take(request);
  if (status >= 200 && status < 300) {
    reply(std::move(body));
  } else {
    reply(http_error(status));
  }
}

void PlatformWeb::load_plugin(std::string_view id, Loaded done) {
  loads_.insert_or_assign(std::string(id), std::move(done));
  alongside_js_plugin(id.data(), id.size());
}

void PlatformWeb::plugin_ready(std::string_view id, bool verified, std::string_view reason) {
  if (verified) {
    open_module(std::string(id));
  } else {
    finish_load(std::string(id), loader_error(reason));
  }
}

void PlatformWeb::open_module(const std::string& id) {
  open_module_file("/plugins/" + id + ".wasm",
                   [this, id](Result<PluginModule> module) { finish_load(id, std::move(module)); });
}

void PlatformWeb::finish_load(const std::string& id, Result<PluginModule> module) {
  const auto found = loads_.find(id);
  if (found == loads_.end()) return;
  const Loaded done = std::move(found->second);
  loads_.erase(found);
  done(std::move(module));
}

void PlatformWeb::address(std::string_view href, History history) {
  alongside_js_route(href.data(), href.size(), history == History::Replace ? 1 : 0);
}

// Mode 2: the browser opens it, as it would a link.
void PlatformWeb::leave(std::string_view href) { alongside_js_route(href.data(), href.size(), 2); }

void PlatformWeb::begin_again(std::string_view href) { alongside_js_begin_again(href.data(), href.size()); }

void PlatformWeb::environment(std::string_view lines) {
  constexpr std::string_view key = "\ndevice=";
  const std::size_t start = lines.find(key);
  if (start == lines.npos) return;
  const std::string_view rest = lines.substr(start + key.size());
  device_name_ = rest.substr(0, rest.find('\n'));
}

void PlatformWeb::title(std::string_view title) { alongside_js_title(title.data(), title.size()); }

void PlatformWeb::setting(std::string_view key, std::string_view value) {
  alongside_js_setting(key.data(), key.size(), value.data(), value.size());
}

void PlatformWeb::patch(std::span<const std::uint8_t> patch) { alongside_js_patch(patch.data(), patch.size()); }

std::uint64_t PicturesWeb::texture(std::string_view address) {
  return alongside_js_picture(address.data(), address.size());
}

void PlatformWeb::wake() { alongside_js_wake(); }

void PlatformWeb::log(std::string_view line) { alongside_js_log(1, line.data(), line.size()); }

}  // namespace alongside::client
