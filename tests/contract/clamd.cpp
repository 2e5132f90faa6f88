#include "tests/contract/clamd.hpp"

#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace alongside::contract {

namespace files = std::filesystem;

namespace {

constexpr const char* program = "/usr/sbin/clamd";

std::string hexadecimal(std::string_view text) {
  std::string hex;
  char pair[3];
  for (const char letter : text) {
    std::snprintf(pair, sizeof pair, "%02x", static_cast<unsigned char>(letter));
    hex += pair;
  }
  return hex;
}

}  // namespace

// A signature's parts: its name, any kind of file, anywhere in it, the bytes.
Clamd::Clamd() {
  files::create_directory(folder_.path() + "/signatures");
  write_file(folder_.path() + "/signatures/own.ndb", "Alongside.Test:0:*:" + hexadecimal(harmful) + "\n");
  write_file(folder_.path() + "/clamd.conf", "LocalSocket " + socket() + "\nDatabaseDirectory " + folder_.path() +
                                                 "/signatures\nForeground yes\nStreamMaxLength 10M\n");
}

bool Clamd::is_installed() { return files::exists(program); }

bool Clamd::start() {
  const std::string log = folder_.path() + "/log";
  process_ = start_process({program, "--config-file=" + folder_.path() + "/clamd.conf"}, log, log);
  for (int tries = 0; tries < 1000; ++tries) {
    if (files::exists(socket())) return true;
    if (waitpid(process_, nullptr, WNOHANG) == process_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  std::fputs(read_file(log).c_str(), stderr);
  return false;
}

void Clamd::stop() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
  std::error_code ignored;
  files::remove(socket(), ignored);
}

}  // namespace alongside::contract
