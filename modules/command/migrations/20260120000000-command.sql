create schema command;
