#include "tests/contract/mail_server.hpp"

#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace alongside::contract {

using namespace std::chrono_literals;

MailServer::MailServer() {
  behave("take");
  start();
}

void MailServer::start() {
  const std::string port_file = folder_.path() + "/port";
  std::filesystem::remove(port_file);
  const std::string log = folder_.path() + "/log";
  process_ = start_process({NODE, SMTP_SERVER, folder_.path(), std::to_string(port_)}, log, log);
  for (int tries = 0; tries < 1000 && read_file(port_file).empty(); ++tries) std::this_thread::sleep_for(10ms);
  port_ = static_cast<std::uint16_t>(std::atoi(read_file(port_file).c_str()));
}

void MailServer::stop() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

void MailServer::behave(const std::string& mode) const { write_file(folder_.path() + "/mode", mode); }

std::vector<Delivered> MailServer::letters() const {
  constexpr std::string_view start = "ENVELOPE ", end = "\nEND\n";
  const std::string all = read_file(folder_.path() + "/letters");
  std::vector<Delivered> letters;
  for (std::size_t at = 0, stop; (stop = all.find(end, at)) != all.npos; at = stop + end.size()) {
    const std::size_t line = all.find('\n', at);
    const std::size_t to = at + start.size();
    letters.push_back({all.substr(to, line - to), all.substr(line + 1, stop - line - 1)});
  }
  return letters;
}

std::vector<Delivered> MailServer::letters_of(std::size_t count) const {
  for (int tries = 0; tries < 1500 && letters().size() < count; ++tries) std::this_thread::sleep_for(10ms);
  return letters();
}

}  // namespace alongside::contract
