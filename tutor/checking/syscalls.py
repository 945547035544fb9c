"""The system calls that a runner is refused, by architecture and by the reason for it.

Numbers are from the kernel's own headers (`asm/unistd_64.h` and, for aarch64, `asm-generic/unistd.h`);
None marks a call that an architecture does not have.
"""

from __future__ import annotations

Table = dict[str, tuple[int | None, int | None]]
"""Name -> (number on x86_64, number on aarch64)."""

PROCESSES: Table = {
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "setsid": (112, 157),
    "setpgid": (109, 154),
}
"""Starting a process or program, or leaving the session that is killed as a whole."""

OTHERS: Table = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "kcmp": (312, 272),
    "setpriority": (141, 140),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "ioprio_set": (251, 30),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
}
"""Reaching into another process of the same user, or slowing it down."""

NETWORK: Table = {"socket": (41, 198), "socketpair": (53, 199)}
"""No socket of any family: Unix sockets reach other programs too."""

SYSTEM: Table = {
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "open_tree_attr": (467, 467),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "acct": (163, 89),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "syslog": (103, 116),
    "vhangup": (153, 58),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
    "personality": (135, 92),
    "uselib": (134, None),
}
"""The machine itself, ways around the calls refused here (io_uring), and around landlock: a folder that may
not be listed can be watched, and then tells the names of what is opened in it."""

LASTING: Table = {
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "io_setup": (206, 0),
}
"""Memory outside every limit, or that outlives the process, and what the whole machine has one share of."""

SYSTEM_V: Table = {
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "semget": (64, 190),
    "semop": (65, 193),
    "semtimedop": (220, 192),
    "semctl": (66, 191),
}
"""Memory, queues and semaphores that any process of the same user can use by guessing a small number."""

ATTRIBUTES: Table = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "setxattrat": (463, 463),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
    "truncate": (76, 45),
}
"""Changing files by their path or their attributes, which landlock covers late (truncate) or not at all."""

IDENTITY: Table = {
    "setuid": (105, 146),
    "setgid": (106, 144),
    "setreuid": (113, 145),
    "setregid": (114, 143),
    "setresuid": (117, 147),
    "setresgid": (119, 149),
    "setfsuid": (122, 151),
    "setfsgid": (123, 152),
    "setgroups": (116, 159),
    "setrlimit": (160, 164),
}
"""Becoming someone else clears the parent-death signal; limits are not raised again."""

READ_ATTRIBUTES: Table = {
    "getxattr": (191, 8),
    "lgetxattr": (192, 9),
    "fgetxattr": (193, 10),
    "getxattrat": (464, 464),
    "listxattr": (194, 11),
    "llistxattr": (195, 12),
    "flistxattr": (196, 13),
    "listxattrat": (465, 465),
}
"""Answered as if no file system had extended attributes: landlock lets those of any file be read, and
Python's own `shutil` goes on only after this answer."""

NEWEST = 469
"""The last system call that was looked at; later ones are answered as if the kernel were older."""

REFUSED: Table = PROCESSES | OTHERS | NETWORK | SYSTEM | LASTING | SYSTEM_V | ATTRIBUTES | IDENTITY

ABSENT: Table = {"clone3": (435, 435)}
"""Answered as if the kernel were older: its arguments cannot be looked at, and the C library falls back."""

OWN_PROCESS: Table = {
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
}
"""Allowed when the first argument is the runner itself."""

CLONE: Table = {"clone": (56, 220)}
"""Allowed for threads."""

AFFINITY: Table = {"sched_setaffinity": (203, 122)}
"""Allowed when the first argument is 0, the calling thread."""

Choice = tuple[tuple[int | None, int | None], int, tuple[int, ...]]
"""Numbers of a system call, place of an argument, and values of it."""

FORBIDDEN: dict[str, Choice] = {"prctl": ((157, 167), 0, (1,))}
"""Refused with these values: PR_SET_PDEATHSIG, the death with the zygote."""

PERMITTED: dict[str, Choice] = {
    "fcntl": ((72, 25), 1, (*range(8), 36, 37, 38, *range(1030, 1035))),
    "ioctl": (
        (16, 29),
        1,
        (0x5401, 0x802C542A, 0x540F, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x40049409),
    ),
}
"""Refused with all but these values, because both have commands that reach beyond an open file, and get new
ones: leases and delegations (whoever opens the file waits), signals to others (F_SETOWN, F_SETSIG, F_NOTIFY),
lasting marks on a file open for reading (FS_IOC_SETFLAGS, FS_IOC_SETVERSION, FS_IOC_ENABLE_VERITY), folders
made or removed by a file system's own commands, typing into a terminal (TIOCSTI).

fcntl keeps descriptors, flags, record locks, and sizes and seals of what is the runner's own; ioctl keeps
TCGETS, TCGETS2, TIOCGPGRP, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX and FICLONE (a copy).
"""

PRLIMIT: Table = {"prlimit64": (302, 261)}
"""Allowed for reading: when there is no new limit."""
