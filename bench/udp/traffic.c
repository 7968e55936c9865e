/* Datagrams in a closed loop, and an echo for them. Neither waits by the clock, so both cost only what datagrams cost.
 *
 *   traffic echo PORT                                  answers until it is killed; says "ready" first
 *   traffic send ADDRESS PORT FLOWS DEPTH ROUNDS       ROUNDS times DEPTH datagrams on each flow, and their answers;
 *                                                      prints the seconds it took and the CPU seconds of its own
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { SIZE = 64, BATCH = 64, PATIENCE = 2 /* seconds */ };

static char data[BATCH][SIZE];
static struct sockaddr_in peers[BATCH];
static struct iovec parts[BATCH];
static struct mmsghdr messages[BATCH];
static char ways[BATCH][CMSG_SPACE(sizeof(struct in_pktinfo))] __attribute__((aligned(8)));

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* With answers, a message keeps its sender, and the address that it came to as the one that the answer comes from. */
static void prepare(int answered) {
  for (int i = 0; i < BATCH; i++) {
    parts[i] = (struct iovec){data[i], SIZE};
    messages[i].msg_hdr = (struct msghdr){.msg_iov = &parts[i], .msg_iovlen = 1};
    if (!answered) continue;
    messages[i].msg_hdr.msg_name = &peers[i];
    messages[i].msg_hdr.msg_namelen = sizeof peers[i];
    messages[i].msg_hdr.msg_control = &ways[i];
    messages[i].msg_hdr.msg_controllen = sizeof ways[i];
  }
}

/* One socket for all the addresses of the workers: three of them cost no more than one. */
static void echo(const char *port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(port))};
  int fd = socket(AF_INET, SOCK_DGRAM, 0), on = 1;
  setsockopt(fd, IPPROTO_IP, IP_PKTINFO, &on, sizeof on);
  if (bind(fd, (void *)&address, sizeof address)) fail("bind");
  puts("ready");
  fflush(stdout);
  for (;;) {
    prepare(1);
    int got = recvmmsg(fd, messages, BATCH, MSG_WAITFORONE, NULL);
    for (int sent = 0, done; sent < got; sent += done)
      if ((done = sendmmsg(fd, messages + sent, got - sent, 0)) <= 0) fail("answer");
  }
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static int send_all(char **arguments) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1]))};
  if (inet_pton(AF_INET, arguments[0], &address.sin_addr) != 1) fail(arguments[0]);
  int flows = atoi(arguments[2]), depth = atoi(arguments[3]);
  int *fds = calloc(flows, sizeof *fds);
  for (int i = 0; i < flows; i++) {
    struct timeval patience = {PATIENCE, 0};
    fds[i] = socket(AF_INET, SOCK_DGRAM, 0);
    setsockopt(fds[i], SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(fds[i], (void *)&address, sizeof address)) fail("connect");
  }
  prepare(0);
  double began = seconds(CLOCK_MONOTONIC), used = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (long round = 0; round < atol(arguments[4]); round++) {
    for (int i = 0; i < flows; i++)
      if (sendmmsg(fds[i], messages, depth, 0) != depth) fail("send");
    for (int i = 0; i < flows; i++)
      for (int left = depth, got; left > 0; left -= got)
        if ((got = recvmmsg(fds[i], messages, left, MSG_WAITFORONE, NULL)) <= 0) fail("a datagram was lost");
  }
  printf("{\"seconds\": %.9f, \"cpu\": %.9f}\n", seconds(CLOCK_MONOTONIC) - began, seconds(CLOCK_PROCESS_CPUTIME_ID) - used);
  return 0;
}

int main(int count, char **arguments) {
  if (count == 3 && !strcmp(arguments[1], "echo")) echo(arguments[2]);
  if (count == 7 && !strcmp(arguments[1], "send") && atoi(arguments[5]) <= BATCH) return send_all(arguments + 2);
  fprintf(stderr, "traffic echo PORT | traffic send ADDRESS PORT FLOWS DEPTH ROUNDS\n");
  return 2;
}
