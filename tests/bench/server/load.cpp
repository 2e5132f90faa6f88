#include "tests/bench/server/load.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "tests/bench/server/client.hpp"
#include "tests/bench/server/outcome.hpp"
#include "tests/bench/server/requests.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <deque>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <utility>

namespace alongside::bench {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;

namespace {

// What is free and waits for its turn.
template <class T>
class Turns {
 public:
  void add(T& one) { free_.push_back(&one); }
  T* take() {
    if (free_.empty()) return nullptr;
    T* one = free_.front();
    free_.pop_front();
    return one;
  }

 private:
  std::deque<T*> free_;
};

class Load {
 public:
  Load(const LoadTask& task, std::vector<BenchPerson> people) : task_(task), people_(std::move(people)) {
    for (std::size_t i = 0; i < task.connections; ++i) {
      clients_.push_back(std::make_unique<Client>(loop_, task.port));
      free_clients_.add(*clients_.back());
    }
    for (BenchPerson& person : people_) free_people_.add(person);
  }

  std::vector<BenchPerson>& people() { return people_; }

  bool connect() {
    std::size_t connected = 0;
    for (auto& client : clients_) {
      asio::co_spawn(loop_, client->connect(),
                     [&](const std::exception_ptr&, bool done) { connected += done ? 1 : 0; });
    }
    run();
    return connected == clients_.size();
  }

  using Job = std::function<asio::awaitable<void>(Client&, BenchPerson&)>;

  // As many at once as were asked for, each beginning when another ended.
  void closed_loop(std::size_t at_once, double seconds, const Job& job) {
    begin(seconds);
    for (std::size_t i = 0; i < at_once; ++i) asio::co_spawn(loop_, work(job), asio::detached);
    run();
    outcome_.seconds = std::chrono::duration<double>(Steady::now() - began_).count();
  }

  // So many a second, whether the earlier ones were answered or not; a time counts from when it should have begun.
  void open_loop(double per_second, double seconds, const Job& job) {
    begin(seconds);
    asio::co_spawn(loop_, start_on_time(per_second, job), asio::detached);
    run();
    outcome_.seconds = std::chrono::duration<double>(Steady::now() - began_).count();
  }

  asio::awaitable<void> sign_in(Client& client, BenchPerson& person) {
    wire::DemoSignIn asked;
    asked.person = person.id();
    asked.device = "bench";
    const std::string request = post_of("/api/session/demo", task_.port, {}, wire::encode_frame(asked));
    const ClientReply reply = co_await client.ask(request, KeepBody::No);
    if (reply.status != 200) fault("signing in was answered with " + std::to_string(reply.status));
    person.cookie = reply.cookie;
  }

  asio::awaitable<void> push(Client& client, BenchPerson& person, std::size_t batch) {
    const wire::Push push = person.next_push(batch);
    const std::string request = post_of("/api/sync/push", task_.port, person.cookie, wire::encode_frame(push));
    const ClientReply reply = co_await client.ask(request, KeepBody::Yes);
    if (!reply.cookie.empty()) person.cookie = reply.cookie;
    if (reply.status != 200) co_return fault("a push was answered with " + std::to_string(reply.status));
    const auto answer = wire::decode_frame<wire::PushReply>(Bytes(reply.body.begin(), reply.body.end()));
    if (!answer) co_return fault("a push's answer is none");
    if (const std::string wrong = person.fault_in(push, answer.value()); !wrong.empty()) fault(wrong);
  }

  asio::awaitable<void> fetch(Client& client, std::string request) {
    const ClientReply reply = co_await client.ask(request, KeepBody::No);
    outcome_.bytes += reply.received;
    if (reply.status != 200) fault("a read was answered with " + std::to_string(reply.status));
  }

  // No more begins.
  void finish() { until_ = Steady::now(); }

  Outcome take(std::string name) {
    Outcome done = std::exchange(outcome_, {});
    done.name = std::move(name);
    return done;
  }

 private:
  void begin(double seconds) {
    began_ = Steady::now();
    until_ = began_ + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
  }

  void run() {
    loop_.restart();
    loop_.run();
  }

  asio::awaitable<void> one(const Job& job, Steady::time_point due) {
    Client* client = free_clients_.take();
    // Who comes when every connection is taken waits, and the time counts.
    for (asio::steady_timer pause(loop_); client == nullptr; client = free_clients_.take()) {
      pause.expires_after(std::chrono::milliseconds(1));
      co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    BenchPerson* person = free_people_.take();
    if (person == nullptr) co_return fault("there are fewer people than connections");
    co_await job(*client, *person);
    outcome_.milliseconds.push_back(std::chrono::duration<double, std::milli>(Steady::now() - due).count());
    free_clients_.add(*client);
    free_people_.add(*person);
  }

  asio::awaitable<void> work(const Job& job) {
    while (Steady::now() < until_ && outcome_.fault.empty()) co_await one(job, Steady::now());
  }

  asio::awaitable<void> start_on_time(double per_second, const Job& job) {
    const auto apart = std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(1 / per_second));
    asio::steady_timer timer(loop_);
    for (auto due = began_; due < until_ && outcome_.fault.empty(); due += apart) {
      timer.expires_at(due);
      co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
      asio::co_spawn(loop_, one(job, due), asio::detached);
    }
  }

  void fault(std::string what) {
    if (outcome_.fault.empty()) outcome_.fault = std::move(what);
  }

  const LoadTask& task_;
  asio::io_context loop_{1};
  std::vector<std::unique_ptr<Client>> clients_;
  std::vector<BenchPerson> people_;
  Turns<Client> free_clients_;
  Turns<BenchPerson> free_people_;
  Steady::time_point began_;
  Steady::time_point until_;
  Outcome outcome_;
};

Result<std::vector<std::string>> requests_in(const std::string& list, std::uint16_t port) {
  std::ifstream in(list);
  std::vector<std::string> requests;
  for (std::string path; std::getline(in, path);) requests.push_back(get_of(path, port));
  if (requests.empty()) return Error{ErrorCode::InvalidInput, list + " names no files"};
  return requests;
}

Result<void> run_phase(Load& load, const LoadTask& task, const std::string& phase) {
  std::istringstream words(phase);
  std::string name;
  std::string list;
  double rate = 0;
  std::size_t batch = 1;
  std::size_t at_once = 1;
  double seconds = 1;
  words >> name;
  if (name == "push") words >> batch >> at_once >> seconds;
  if (name == "rate") words >> rate >> seconds;
  if (name == "read") words >> at_once >> seconds;
  if (name == "files") words >> list >> at_once >> seconds;
  if (!words) return Error{ErrorCode::InvalidInput, "no such phase: " + phase};
  const Load::Job push = [&](Client& client, BenchPerson& person) { return load.push(client, person, batch); };
  const Load::Job read = [&](Client& client, BenchPerson& person) {
    return load.fetch(client, get_of("/api/sync/feed?since=0", task.port, person.cookie));
  };
  if (name == "push") load.closed_loop(at_once, seconds, push);
  if (name == "rate") load.open_loop(rate, seconds, push);
  if (name == "read") load.closed_loop(at_once, seconds, read);
  if (name == "files") {
    const auto requests = ALONGSIDE_TRY(requests_in(list, task.port));
    load.closed_loop(at_once, seconds, [&](Client& client, BenchPerson&) -> asio::awaitable<void> {
      for (const std::string& request : requests) co_await load.fetch(client, request);
    });
  }
  Outcome outcome = load.take(name);
  outcome.print(batch);
  return outcome.fault.empty() ? Result<void>() : Error{ErrorCode::Internal, outcome.fault};
}

}  // namespace

Result<void> sign_in_people(const LoadTask& task, std::size_t count) {
  Load load(task, bench_people(count, 1));
  std::size_t left = count;
  load.closed_loop(task.connections, 600, [&](Client& client, BenchPerson& person) -> asio::awaitable<void> {
    if (left > 0 && person.cookie.empty()) {
      --left;
      co_await load.sign_in(client, person);
    }
    if (left == 0) load.finish();
  });
  Outcome outcome = load.take("sign_in");
  outcome.print();
  std::ofstream out(task.cookies, std::ios::binary);
  for (const BenchPerson& person : load.people()) out << person.cookie << "\n";
  return outcome.fault.empty() ? Result<void>() : Error{ErrorCode::Internal, outcome.fault};
}

Result<std::vector<BenchPerson>> signed_in_people(const std::string& cookies) {
  std::ifstream in(cookies);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (lines.empty()) return Error{ErrorCode::InvalidInput, cookies + " has no cookies"};
  auto people = bench_people(lines.size(), 1);
  for (std::size_t i = 0; i < lines.size(); ++i) people[i].cookie = lines[i];
  return people;
}

Result<void> run_load(const LoadTask& task) {
  Load load(task, ALONGSIDE_TRY(signed_in_people(task.cookies)));
  if (!load.connect()) return Error{ErrorCode::Unavailable, "not every connection could be opened"};
  for (const std::string& phase : task.phases) ALONGSIDE_TRY(run_phase(load, task, phase));
  return {};
}

}  // namespace alongside::bench
