using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Analyzers;

/// <summary>A value that is raised by an aggregate, or put among the decisions of a decider.</summary>
internal readonly record struct AddedEvent(Fold Fold, ExpressionSyntax Value);
