/*
 * As much of a postmaster as a Kerberos V5 login needs: reads startup packets of protocol 2.0 and hands its socket to
 * krb5_recvauth. The keytab is that of the environment.
 *
 * usage: postmaster SERVICE VERSION SECONDS
 *
 * SERVICE  the first part of its principal, at localhost
 * VERSION  the application version that it expects: the service for servers from 7.1 on, else PGVER5.1
 * SECONDS  how much its clock is ahead
 *
 * Says its port in a line, and then in a line of each login what became of it: who came by which ticket, or why not.
 */
#include <arpa/inet.h>
#include <krb5.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define STARTUP_LENGTH 296
#define USER_AT 72
#define USER_LENGTH 32

static void die(const char *what)
{
    perror(what);
    exit(1);
}

/* Whether all of it has come. */
static int hear(int fd, char *into, size_t length)
{
    while (length > 0) {
        ssize_t n = read(fd, into, length);
        if (n <= 0)
            return 0;
        into += n;
        length -= n;
    }
    return 1;
}

static void say(int fd, const char *bytes, size_t length)
{
    if (send(fd, bytes, length, MSG_NOSIGNAL) != (ssize_t) length)
        puts("the client has left");
}

/* As libpq's own server before 8.3: without instance and realm. */
static char *name_of(krb5_context context, const krb5_ticket *ticket)
{
    char *name;
    if (krb5_unparse_name(context, ticket->enc_part2->client, &name) != 0)
        return strdup("");
    name[strcspn(name, "/@")] = '\0';
    return name;
}

/* As a server of 8.3, which looks for the role before it goes on. */
static int exists(const char *user)
{
    return strcmp(user, "stranger") != 0;
}

/* Whether the client of this socket is that user. */
static int is_user(int fd, const char *user, char **argv)
{
    krb5_context context;
    krb5_principal server;
    krb5_auth_context auth = NULL;
    krb5_ticket *ticket;
    if (krb5_init_context(&context) != 0
            || krb5_sname_to_principal(context, "localhost", argv[1], KRB5_NT_SRV_HST, &server) != 0)
        die("krb5_init_context");
    krb5_set_real_time(context, time(NULL) + atoi(argv[3]), 0);
    krb5_error_code failure = krb5_recvauth(context, &auth, &fd, argv[2], server, 0, NULL, &ticket);
    int good = 0;
    if (failure != 0) {
        printf("%s: %s\n", user, krb5_get_error_message(context, failure));
    } else {
        char *name = name_of(context, ticket);
        printf("%s: a ticket of %s\n", user, name);
        good = strcmp(name, user) == 0;
        free(name);
        krb5_free_ticket(context, ticket);
        krb5_auth_con_free(context, auth);
    }
    krb5_free_principal(context, server);
    krb5_free_context(context);
    return good;
}

static void refuse(int fd, const char *reason, const char *user)
{
    char error[120] = "EFATAL:  ";
    size_t length = strlen(error);
    length += snprintf(error + length, sizeof error - length - 1, reason, user);
    strcpy(error + length, "\n");
    say(fd, error, length + 2);
}

static void answer_queries(int fd)
{
    char each;
    while (hear(fd, &each, 1) && each == 'Q') {
        while (hear(fd, &each, 1) && each != '\0')
            ;
        say(fd, "CSET\0Z", 6);
    }
}

static void serve(int fd, char **argv)
{
    char startup[STARTUP_LENGTH];
    char user[USER_LENGTH + 1] = "";
    if (!hear(fd, startup, sizeof startup) || memcmp(startup, "\0\0\1\50\0\2\0\0", 8) != 0) {
        puts("no startup packet");
        return;
    }
    memcpy(user, startup + USER_AT, USER_LENGTH);
    say(fd, "R\0\0\0\2", 5);
    if (!exists(user)) {
        refuse(fd, "role \"%s\" does not exist", user);
    } else if (!is_user(fd, user, argv)) {
        refuse(fd, "Kerberos 5 authentication failed for user \"%s\"", user);
    } else {
        say(fd, "R\0\0\0\0K\0\0\0\1\0\0\0\2Z", 15);
        answer_queries(fd);
    }
}

int main(int argc, char **argv)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    if (argc != 4) {
        fputs("usage: postmaster SERVICE VERSION SECONDS\n", stderr);
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *) &address, length) != 0 || listen(listener, 5) != 0
            || getsockname(listener, (struct sockaddr *) &address, &length) != 0)
        die("cannot listen");
    printf("%d\n", ntohs(address.sin_port));
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            die("accept");
        serve(fd, argv);
        close(fd);
    }
}
