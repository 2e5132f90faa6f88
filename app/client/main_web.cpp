// The client's main: makes every object and returns. From then on the page calls (exports_web.cpp);
// nothing runs by itself, so that an idle page costs nothing.
#include "app/base/system_clock.hpp"
#include "app/client/application.hpp"
#include "app/client/exports_web.hpp"
#include "app/client/imgui_context.hpp"
#include "app/client/platform_web.hpp"
#include "shell_words.hpp"

namespace {

struct Client {
  alongside::SystemClock clock;
  alongside::client::PlatformWeb platform{clock};
  alongside::client::Application application{platform, clock, alongside::shell_words};
  alongside::client::Exports exports{application, platform};
};

}  // namespace

int main() {
  alongside::client::imgui_create();
  // Lives as long as the page: nobody ever ends it.
  auto* client = new Client();
  alongside::client::use_exports(client->exports);
  return 0;
}
