#include "tests/simulation/sim_disk.hpp"

#include <algorithm>

namespace alongside::simulation {

namespace {

void put(Bytes& onto, std::size_t at, std::span<const std::uint8_t> bytes) {
  if (onto.size() < at + bytes.size()) onto.resize(at + bytes.size());
  std::copy(bytes.begin(), bytes.end(), onto.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

std::shared_ptr<SimFile> SimDisk::open(const std::string& path) {
  if (path.empty()) return std::make_shared<SimFile>();  // a temporary file, which has no name
  auto& file = files_[path];
  if (!file) file = std::make_shared<SimFile>();
  file->is_log = path.ends_with("-wal");
  return file;
}

DiskAnswer SimDisk::remove(const std::string& path) {
  count_step();
  if (dead_) return DiskAnswer::Dead;
  files_.erase(path);
  return DiskAnswer::Done;
}

void SimDisk::count_step() {
  ++steps_;
  if (dead_ || steps_left_ == 0 || --steps_left_ > 0) return;
  dead_ = true;
  counts_.fired(Fault::CrashServer);
}

void SimDisk::statement() { count_step(); }

DiskAnswer SimDisk::before_change() {
  count_step();
  if (dead_) return DiskAnswer::Dead;
  if (!refuse_next_) return DiskAnswer::Done;
  refuse_next_ = false;
  counts_.fired(Fault::DiskError);
  return DiskAnswer::Refused;
}

DiskAnswer SimDisk::write(SimFile& file, std::size_t at, std::span<const std::uint8_t> bytes) {
  if (const DiskAnswer answer = before_change(); answer != DiskAnswer::Done) return answer;
  if (full_for_ > 0 && at + bytes.size() > file.now.size()) {
    --full_for_;
    counts_.fired(Fault::DiskFull);
    return DiskAnswer::Full;
  }
  put(file.now, at, bytes);
  file.unsynced.push_back({at, Bytes(bytes.begin(), bytes.end()), false});
  return DiskAnswer::Done;
}

DiskAnswer SimDisk::truncate(SimFile& file, std::size_t size) {
  if (const DiskAnswer answer = before_change(); answer != DiskAnswer::Done) return answer;
  file.now.resize(std::min(size, file.now.size()));
  file.unsynced.push_back({size, {}, true});
  return DiskAnswer::Done;
}

DiskAnswer SimDisk::sync(SimFile& file) {
  if (const DiskAnswer answer = before_change(); answer != DiskAnswer::Done) return answer;
  if (fail_next_sync_ && file.is_log && !file.unsynced.empty()) return fail_sync(file);
  if (pretends_) return DiskAnswer::Done;
  for (const SimFile::Write& write : file.unsynced) (void)put_some(file.durable, write, 0);
  file.unsynced.clear();
  return DiskAnswer::Done;
}

// As Linux does it: what could not be written is taken for written from then on. It is read back as long as the machine
// runs, and no later sync brings it to the disk.
DiskAnswer SimDisk::fail_sync(SimFile& file) {
  fail_next_sync_ = false;
  counts_.fired(Fault::SyncError);
  const std::uint64_t lost_of_four = dice_.below(5);
  for (const SimFile::Write& write : file.unsynced) (void)put_some(file.durable, write, lost_of_four);
  file.unsynced.clear();
  return hides_failures_ ? DiskAnswer::Done : DiskAnswer::Refused;
}

// Puts a write onto what is durable, each sector of it with its own luck. True when a part was lost.
bool SimDisk::put_some(Bytes& onto, const SimFile::Write& write, std::uint64_t lost_of_four) {
  const auto lost = [&] { return lost_of_four > 0 && dice_.below(4) < lost_of_four; };
  if (write.truncates) {
    if (lost()) return true;
    onto.resize(std::min(write.at, onto.size()));
    return false;
  }
  bool some_lost = false;
  for (std::size_t from = 0; from < write.bytes.size();) {
    const std::size_t to = std::min(write.bytes.size(), (write.at + from) / sector * sector + sector - write.at);
    auto part = std::span(write.bytes).subspan(from, to - from);
    from = to;
    if (lost()) {
      some_lost = true;
      if (!dice_.one_in(4)) continue;
      part = part.first(part.size() / 2);  // torn: the sector's first half only
    }
    put(onto, write.at + static_cast<std::size_t>(part.data() - write.bytes.data()), part);
  }
  return some_lost;
}

void SimDisk::lose_unsynced(SimFile& file) {
  const std::uint64_t lost_of_four = dice_.below(5);
  bool torn = false;
  for (const SimFile::Write& write : file.unsynced) torn |= put_some(file.durable, write, lost_of_four);
  if (torn) counts_.fired(Fault::TornWrite);
}

void SimDisk::restart(Power power) {
  for (auto& [path, file] : files_) {
    if (power == Power::Kept) continue;  // the operating system still has it, and may sync it later
    lose_unsynced(*file);
    file->unsynced.clear();
    file->now = file->durable;
  }
  calm();
}

void SimDisk::calm() {
  dead_ = refuse_next_ = fail_next_sync_ = false;
  steps_left_ = full_for_ = 0;
}

std::map<std::string, Bytes> SimDisk::image() const {
  std::map<std::string, Bytes> image;
  for (const auto& [path, file] : files_) image[path] = file->now;
  return image;
}

void SimDisk::load(const std::map<std::string, Bytes>& image) {
  files_.clear();
  for (const auto& [path, bytes] : image) {
    auto file = std::make_shared<SimFile>();
    file->now = file->durable = bytes;
    files_[path] = std::move(file);
  }
}

}  // namespace alongside::simulation
