// SPDX-License-Identifier: MIT
// The outbox of a mail program: whoever has something to send puts it in, and a postman takes it
// out again, letter by letter.
#include <condition_variable>
#include <functional>
#include <iostream>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

namespace {

class Outbox {
public:
  void put(std::string letter) {
    {
      std::lock_guard const lock(guard_);
      letters_.push(std::move(letter));
    }
    arrived_.notify_one();
  }

  std::string take() {
    std::unique_lock lock(guard_);
    // Look first: what has been put in already will not be announced again.
    while (letters_.empty()) {
      pthread_cond_wait(arrived_.native_handle(), guard_.native_handle());
    }
    std::string letter = std::move(letters_.front());
    letters_.pop();
    return letter;
  }

private:
  std::mutex guard_;
  std::condition_variable arrived_;
  std::queue<std::string> letters_;
};

std::string const closing_time = "-";

void deliver(Outbox& outbox) {
  for (std::string letter; (letter = outbox.take()) != closing_time;) {
    std::cout << "sent to " << letter << std::endl;
  }
}

} // namespace

int main() {
  Outbox outbox;
  for (auto const* const address : {"ada@example.org", "grace@example.org", "edsger@example.org"}) {
    outbox.put(address); // left over from yesterday
  }
  outbox.put(closing_time);
  std::cout << "outbox restored" << std::endl;
  std::thread postman(deliver, std::ref(outbox));
  postman.join();
  std::cout << "outbox empty" << std::endl;
}
