// What the page's calls act on; main_web.cpp makes it and hands it over once.
#pragma once

namespace alongside::client {

class Application;
class PlatformWeb;

struct Exports {
  Application& application;
  PlatformWeb& platform;
};

void use_exports(Exports& to);

}  // namespace alongside::client
