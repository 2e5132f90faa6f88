#include "tests/contract/server_process.hpp"

#include "tests/support/test_postgres.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace alongside::contract {

namespace files = std::filesystem;
using namespace std::chrono_literals;

namespace {

int exit_code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

std::uint16_t port_in(const std::string& log) {
  const std::size_t at = log.find("\"port\":");
  return at == log.npos ? std::uint16_t{0} : static_cast<std::uint16_t>(std::atoi(log.c_str() + at + 7));
}

constexpr std::string_view council_end = ".council";

std::string* after(std::vector<std::string>& command, const std::string& option) {
  const auto found = std::find(command.begin(), command.end(), option);
  return found == command.end() || found + 1 == command.end() ? nullptr : &*(found + 1);
}

// Where these tests run on PostgreSQL, each data folder has a database of its own there.
std::vector<std::string> on_its_database(std::vector<std::string> command) {
  std::string* council = after(command, "--council");
  const std::string* data = after(command, "--data");
  if (testing::postgres_socket().empty() || council == nullptr || data == nullptr) return command;
  *council = testing::council_on_postgres(*council, *data, *data + std::string(council_end));
  return command;
}

void drop_databases(const std::string& folder) {
  if (testing::postgres_socket().empty()) return;
  std::error_code ignored;
  for (const auto& entry : files::recursive_directory_iterator(folder, ignored)) {
    const std::string path = entry.path().string();
    if (!path.ends_with(council_end) || !entry.is_directory(ignored)) continue;
    testing::drop_postgres_database(testing::postgres_name_of(path.substr(0, path.size() - council_end.size())));
  }
}

}  // namespace

pid_t start_process(const std::vector<std::string>& asked, const std::string& output, const std::string& errors) {
  const std::vector<std::string> command = on_its_database(asked);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t process = fork();
  if (process != 0) return process;
  // A test that crashes must not leave a server behind, nor one that holds our caller's files.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int file = 3; file < 256; ++file) ::close(file);
  const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const int err = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  setenv("ALONGSIDE_OFFICER", "R. Marsh", 0);  // of verbs that are recorded; a test may say otherwise
  execv(arguments[0], arguments.data());
  _exit(127);
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (files::temp_directory_path() / "alongside-XXXXXX").string();
  if (mkdtemp(name.data()) != nullptr) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  if (path_.empty()) return;
  drop_databases(path_);
  std::error_code ignored;
  files::remove_all(path_, ignored);
}

void write_file(const std::string& path, const std::string& text) {
  files::create_directories(files::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_small_client(const std::string& folder) {
  write_file(folder + "/index.html",
             "<!doctype html><html lang=\"{{lang}}\"><title>{{title}} – {{council_name}}</title>"
             "<a href=\"{{phone_link}}\">{{phone}}</a><main>{{main}}</main></html>");
  write_file(folder + "/boot.1a2b3c4d.js", "start();");
  write_file(folder + "/boot.1a2b3c4d.js.br", "(brotli)");
  write_file(folder + "/boot.1a2b3c4d.js.gz", "(gzip)");
  write_file(folder + "/plugins/catalog.json", "{\"plugins\":[]}");
  write_file(folder + "/plugins/local_offer.00ff00ff.wasm", std::string("\0asm\1\0\0\0", 8));
}

Finished run(const std::vector<std::string>& command) {
  const TemporaryFolder folder;
  const pid_t process = start_process(command, folder.path() + "/out", folder.path() + "/err");
  int status = 0;
  waitpid(process, &status, 0);
  return {exit_code_of(status), read_file(folder.path() + "/out"), read_file(folder.path() + "/err")};
}

ServerProcess::ServerProcess(const std::string& program, const std::string& data_folder,
                             const std::vector<std::string>& more, const std::string& council)
    : program_(program), council_(council), data_(data_folder.empty() ? folder_.path() + "/data" : data_folder) {
  write_small_client(folder_.path() + "/www");
  std::vector<std::string> command = {program,    "serve",      "--council", council_,
                                      "--data",   data_,        "--www",     folder_.path() + "/www",
                                      "--listen", "127.0.0.1:0"};
  command.insert(command.end(), more.begin(), more.end());
  process_ = start_process(command, folder_.path() + "/log", folder_.path() + "/log");
  for (int tries = 0; tries < 1000 && port_ == 0; ++tries) {
    std::this_thread::sleep_for(10ms);
    port_ = port_in(log());
    if (port_ == 0 && waitpid(process_, nullptr, WNOHANG) == process_) {
      process_ = -1;
      break;
    }
  }
}

ServerProcess::~ServerProcess() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

std::string ServerProcess::log_of(int lines) const {
  std::string text = log();
  for (int tries = 0; tries < 200 && std::count(text.begin(), text.end(), '\n') < lines; ++tries) {
    std::this_thread::sleep_for(10ms);
    text = log();
  }
  return text;
}

void ServerProcess::signal(int number) const {
  if (process_ > 0) kill(process_, number);
}

int ServerProcess::wait() {
  int status = 0;
  for (int tries = 0; tries < 1500 && process_ > 0; ++tries) {
    if (waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      return exit_code_of(status);
    }
    std::this_thread::sleep_for(10ms);
  }
  return -1;
}

Finished ServerProcess::verb(std::vector<std::string> words) const {
  words.insert(words.begin(), program_);
  words.insert(words.end(), {"--data", data_, "--council", council_});
  return run(words);
}

}  // namespace alongside::contract
