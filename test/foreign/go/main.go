// Command foreign is a stranger to Operon: client-go and controller-runtime as anybody uses them. Each part of it prints JSON, or fails with a sentence.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"operon.test/foreign/conform"
)

var parts = map[string]func(words []string) (any, error){
	"generate": generate,
	"compare":  compare,
	"session":  session,
	"operate":  operate,
	"inside":   inside,
	"conform":  conform.Run,
	"openapi":  openapi,
	"hooks":    hooks,
}

func main() {
	part, known := parts[os.Args[1]]
	if !known {
		fail(fmt.Errorf("no part %q", os.Args[1]))
	}
	said, err := part(os.Args[2:])
	if err != nil {
		fail(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(said); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
