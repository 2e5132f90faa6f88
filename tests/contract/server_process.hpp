// ServerProcess: a real server program on a free port, with a data folder and a small client of
// its own, stopped and tidied away at the end of the test case. `run` is for the other commands.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::contract {

// A folder that goes with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void write_file(const std::string& path, const std::string& text);
std::string read_file(const std::string& path);
// index.html with every placeholder, a hashed script with .br and .gz, a catalogue, a module.
void write_small_client(const std::string& folder);

// Runs on, with its output added to these files, until it is killed or this program ends.
pid_t start_process(const std::vector<std::string>& command, const std::string& output, const std::string& errors);

struct Finished {
  int exit_code = -1;
  std::string output;  // standard output
  std::string errors;  // standard error
};
Finished run(const std::vector<std::string>& command);

class ServerProcess {
 public:
  // `program`: COUNCIL_API or PROBE_API. Ready when this returns; port() is 0 if it did not start.
  // `more`: further options of serve.
  explicit ServerProcess(const std::string& program, const std::string& data_folder = "",
                         const std::vector<std::string>& more = {},
                         const std::string& council = DEMO_COUNCIL "/council.json");
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;
  ~ServerProcess();

  std::uint16_t port() const { return port_; }
  std::string data() const { return data_; }
  std::string log() const { return read_file(folder_.path() + "/log"); }
  // The log once it has `lines` lines; a line is written just after its answer was sent.
  std::string log_of(int lines) const;
  void signal(int number) const;
  int wait();  // the exit code; -1 when it had to be killed after fifteen seconds
  // Runs a verb of the same program against this server's data folder.
  Finished verb(std::vector<std::string> words) const;

 private:
  TemporaryFolder folder_;
  std::string program_;
  std::string council_;
  std::string data_;
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace alongside::contract
